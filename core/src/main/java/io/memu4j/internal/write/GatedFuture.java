package io.memu4j.internal.write;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A future that can be cancelled as long as its operation has not begun to write. */
public final class GatedFuture<T> extends CompletableFuture<T> {
    private final WriteGate gate;

    public GatedFuture(WriteGate gate) {
        this.gate = gate;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return gate.cancel() && super.cancel(mayInterruptIfRunning);
    }

    /** Runs the operation in this thread, unless it was cancelled. */
    public void completeWith(Supplier<T> operation) {
        if (isDone()) {
            return;
        }
        try {
            complete(operation.get());
        } catch (Throwable e) { // whatever ends the operation must end the wait for it
            completeExceptionally(e);
        }
    }
}
