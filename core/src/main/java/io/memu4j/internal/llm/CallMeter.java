package io.memu4j.internal.llm;

import io.memu4j.model.CallTotals;
import io.memu4j.model.ModelCall;
import io.memu4j.model.ModelCall.Outcome;
import io.memu4j.model.ModelCallListener;
import io.memu4j.model.ModelStep;
import io.memu4j.model.Usage;
import io.memu4j.observe.Observed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds up the calls of one operation and tells them, each when its answer was judged. Thread-safe; the listener is called unlocked. */
final class CallMeter {
    private static final Logger log = LoggerFactory.getLogger(CallMeter.class);

    private final ModelCallListener listener;
    private final CallGuard guard;
    private final Observed operation;
    private final Map<Asker, ModelCall> unjudged = new LinkedHashMap<>();
    private CallTotals totals = CallTotals.NONE;

    CallMeter(ModelCallListener listener, CallGuard guard, Observed operation) {
        this.listener = listener;
        this.guard = guard;
        this.operation = operation;
    }

    /** Makes a call that costs nothing; it can be freed from outside. */
    <T> T guarded(Supplier<T> call) {
        return guard.during(call);
    }

    /**
     * Makes a call that counts; it can be freed from outside.
     *
     * @param model its name, which may have to be learned with a call
     * @param cost reads from the answer what it cost
     */
    <T> T metered(ModelStep step, Supplier<String> model, Supplier<T> call, Function<T, Cost> cost) {
        Stopwatch watch = Stopwatch.start();
        try (Observed observed = begun(step, model)) {
            try {
                T answer = guard.during(call);
                Cost paid = cost.apply(answer);
                observed.usage(paid.usage());
                answered(step, model.get(), paid, watch.elapsed());
                return answer;
            } catch (RuntimeException e) { // counted, whatever it is, and thrown on
                observed.failed(e.getClass());
                failed(step, model.get(), watch.elapsed(), RetryCount.of(e));
                throw e;
            }
        }
    }

    private Observed begun(ModelStep step, Supplier<String> model) {
        return operation == Observed.NONE ? operation : operation.modelCall(step, model.get());
    }

    /** What an answer cost: {@code requests} is 0 where no model was asked. */
    record Cost(Usage usage, int requests, int retries) {}

    /** Who is to judge an answer. */
    private record Asker(ModelStep step, Thread thread) {}

    /** Embeddings need no judging. Of another answer it is not known yet whether it is usable. */
    private void answered(ModelStep step, String model, Cost cost, Duration latency) {
        if (cost.requests() == 0) {
            return;
        }
        ModelCall call = ModelCall.builder(step, model)
                .usage(cost.usage())
                .latency(latency)
                .retries(cost.retries())
                .outcome(Outcome.OK)
                .build();
        ModelCall known;
        synchronized (this) {
            add(call, cost.requests());
            known = step == ModelStep.EMBED ? call : unjudged.put(new Asker(step, Thread.currentThread()), call);
        }
        tell(known);
    }

    private void failed(ModelStep step, String model, Duration latency, int retries) {
        ModelCall call = ModelCall.builder(step, model)
                .usage(Usage.UNKNOWN)
                .latency(latency)
                .retries(retries)
                .outcome(Outcome.FAILED)
                .build();
        ModelCall before;
        synchronized (this) {
            add(call, 1);
            before = unjudged.remove(new Asker(step, Thread.currentThread()));
        }
        tell(before);
        tell(call);
    }

    void unusable(ModelStep step) {
        ModelCall call;
        synchronized (this) {
            call = unjudged.remove(new Asker(step, Thread.currentThread()));
        }
        if (call != null) {
            tell(call.toBuilder().outcome(Outcome.UNUSABLE).build());
        }
    }

    CallTotals totals() {
        List<ModelCall> judged;
        CallTotals sum;
        synchronized (this) {
            judged = new ArrayList<>(unjudged.values());
            unjudged.clear();
            sum = totals;
        }
        judged.forEach(this::tell);
        return sum;
    }

    private void add(ModelCall call, int requests) {
        boolean embedding = call.step() == ModelStep.EMBED;
        totals = CallTotals.builder()
                .calls(totals.calls() + (embedding ? 0 : requests))
                .embeddingCalls(totals.embeddingCalls() + (embedding ? requests : 0))
                .inputTokens(totals.inputTokens() + Math.max(0, call.usage().inputTokens()))
                .outputTokens(totals.outputTokens() + Math.max(0, call.usage().outputTokens()))
                .retries(totals.retries() + call.retries())
                .latency(totals.latency().plus(call.latency()))
                .build();
    }

    private void tell(@Nullable ModelCall call) {
        if (call == null) {
            return;
        }
        try {
            listener.onCall(call);
        } catch (RuntimeException e) { // an account must not decide what is remembered
            log.warn("A listener of model calls failed at the step {}; the operation goes on.", call.step(), e);
        }
    }
}
