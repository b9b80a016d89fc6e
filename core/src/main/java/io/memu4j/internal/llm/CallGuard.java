package io.memu4j.internal.llm;

import java.util.function.Supplier;

/** Surrounds every call of a model, so that whoever waits for it can be freed. Thread-safe. */
public interface CallGuard {
    /** Lets every call take the time it takes. */
    CallGuard NONE = new CallGuard() {
        @Override
        public <T> T during(Supplier<T> call) {
            return call.get();
        }
    };

    /**
     * Makes the call in this thread. An interrupt meanwhile is meant for the call alone.
     *
     * @throws java.util.concurrent.CancellationException if the operation was cancelled
     */
    <T> T during(Supplier<T> call);
}
