package io.memu4j;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/** Decides between cancelling an operation and writing it: whichever comes first rules out the other. */
final class WriteGate {
    private enum State {
        OPEN,
        CANCELLED,
        WRITING
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

    /** Stops the operation before its write; false when it writes already. */
    boolean cancel() {
        return state.compareAndSet(State.OPEN, State.CANCELLED) || state.get() == State.CANCELLED;
    }

    /** @throws CancellationException when the operation was cancelled */
    void checkpoint() {
        if (state.get() == State.CANCELLED) {
            throw new CancellationException("The operation was cancelled before anything was written.");
        }
    }

    /**
     * From here on it cannot be cancelled.
     *
     * @throws CancellationException when it was
     */
    void beginWrite() {
        if (!state.compareAndSet(State.OPEN, State.WRITING)) {
            checkpoint();
        }
    }

    /** The write was refused and wrote nothing: it can be cancelled again. */
    void writeRefused() {
        state.compareAndSet(State.WRITING, State.OPEN);
    }
}
