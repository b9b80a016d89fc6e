package io.memu4j.internal.write;

import io.memu4j.internal.llm.CallGuard;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Decides between cancelling an operation and writing it: whichever comes first rules out the other. */
public final class WriteGate implements CallGuard {
    private enum State {
        OPEN,
        CANCELLED,
        WRITING
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private final Set<Thread> calling = new HashSet<>();

    /** Stops the operation before its write; false when it writes already. */
    boolean cancel() {
        boolean cancelled = state.compareAndSet(State.OPEN, State.CANCELLED) || state.get() == State.CANCELLED;
        if (cancelled) {
            synchronized (calling) {
                calling.forEach(Thread::interrupt);
            }
        }
        return cancelled;
    }

    /** Cancelling interrupts the call, and nothing but the call: a store that is interrupted may close its files. */
    @Override
    public <T> T during(Supplier<T> call) {
        Thread caller = Thread.currentThread();
        synchronized (calling) {
            checkpoint();
            calling.add(caller);
        }
        boolean done = false;
        try {
            T answer = call.get();
            done = true;
            return answer;
        } finally {
            leave(caller);
            if (!done) {
                checkpoint();
            }
        }
    }

    private void leave(Thread caller) {
        synchronized (calling) {
            calling.remove(caller);
            if (state.get() == State.CANCELLED) {
                Thread.interrupted();
            }
        }
    }

    /**
     * Ends the operation here if it may not go on.
     *
     * @throws CancellationException when the operation was cancelled
     */
    public void checkpoint() {
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
