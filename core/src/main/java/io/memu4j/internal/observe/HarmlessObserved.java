package io.memu4j.internal.observe;

import io.memu4j.model.ModelStep;
import io.memu4j.model.Usage;
import io.memu4j.observe.Observed;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the exceptions of an observer from the operation that it watches. */
record HarmlessObserved(Observed observed) implements Observed {
    private static final Logger log = LoggerFactory.getLogger(HarmlessObserved.class);

    /** Returns what an observer began, or {@link Observed#NONE} if it failed. */
    static Observed begin(Supplier<Observed> start) {
        try {
            Observed begun = Objects.requireNonNull(start.get(), "what the observer began");
            return begun == Observed.NONE ? begun : new HarmlessObserved(begun);
        } catch (RuntimeException | LinkageError e) { // watching must not decide what is remembered
            logged(e);
            return Observed.NONE;
        }
    }

    @Override
    public void records(long count) {
        harmless(() -> observed.records(count));
    }

    @Override
    public void usage(Usage usage) {
        harmless(() -> observed.usage(usage));
    }

    @Override
    public void failed(Class<? extends Throwable> failure) {
        harmless(() -> observed.failed(failure));
    }

    @Override
    public Observed modelCall(ModelStep step, String model) {
        return begin(() -> observed.modelCall(step, model));
    }

    @Override
    public void close() {
        harmless(observed::close);
    }

    private static void harmless(Runnable report) {
        try {
            report.run();
        } catch (RuntimeException | LinkageError e) { // as above
            logged(e);
        }
    }

    private static void logged(Throwable failure) {
        log.warn("An observer of memory failed; the operation goes on.", failure);
    }
}
