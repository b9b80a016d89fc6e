package io.memu4j.internal.write;

import io.memu4j.config.CallBudget;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.memorize.MemorizeListener;
import io.memu4j.memorize.MemorizeListener.Step;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call that writes: its time, its models, its vectors, whom it tells about progress, and whether it may still be cancelled.
 *
 * <p>Closed when it is over, however it ended: no model is called after that, and every call was told.
 *
 * @param now the time of everything it writes, in whole microseconds
 */
public record Operation(Instant now, ModelCalls calls, Embedder embedder, MemorizeListener listener, WriteGate gate)
        implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Operation.class);

    public static Operation start(WriteServices parts, CallBudget budget, MemorizeListener listener, WriteGate gate) {
        ModelCalls calls = new ModelCalls(parts.models(), parts.modelCalls(), budget, gate);
        return new Operation(now(parts.clock()), calls, new Embedder(calls.embedding()), listener, gate);
    }

    /** An operation that nobody watches or cancels. */
    public static Operation start(WriteServices parts) {
        return start(parts, CallBudget.UNLIMITED, MemorizeListener.NONE, new WriteGate());
    }

    /** Tells the listener; a good moment to be cancelled. */
    public void step(Step step, int done, int total) {
        gate.checkpoint();
        try {
            listener.onStep(step, done, Math.max(total, 1));
        } catch (RuntimeException e) { // a progress bar must not decide what is remembered
            log.warn("A memorize listener failed at the step {}; memorizing goes on.", step, e);
        }
    }

    @Override
    public void close() {
        embedder.close();
        calls.totals(); // tells the calls whose answers nobody judged
    }

    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
