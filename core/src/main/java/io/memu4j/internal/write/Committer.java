package io.memu4j.internal.write;

import io.memu4j.error.StoreException;
import io.memu4j.internal.blob.BlobLifecycle;
import io.memu4j.internal.category.SummaryTask;
import io.memu4j.memorize.MemorizeListener.Step;
import io.memu4j.spi.store.ApplyOutcome;
import io.memu4j.spi.store.ScopeStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Commits writes. If another writer was faster, it plans again what that writer changed: the categories, or the whole write. From the second
 * try on, the writers of a scope in this process queue; if a model writes the summaries, they queue from the first try on. Thread-safe.
 */
public record Committer(CategoryPlanner categories, BlobLifecycle blobs, ScopeLocks locks) {
    private static final int TRIES = 25;

    /**
     * What was committed.
     *
     * @param plan the plan that was written
     * @param applied what the store says of it
     */
    public record Committed<P>(P plan, ApplyOutcome.Applied applied) {}

    /**
     * Commits one write.
     *
     * @param plan reads the store and returns what to write, or nothing; called again if another writer changed what it read
     * @return what was committed, or empty if there was nothing to write
     * @throws StoreException retriable, if other writers were faster in every try
     */
    public Optional<Committed<PendingWrite>> commit(
            ScopeStore store, Operation operation, Supplier<Optional<PendingWrite>> plan) {
        return commit(store, operation, plan, Function.identity());
    }

    /** Like {@link #commit(ScopeStore, Operation, Supplier)}, for a plan that holds more than its write. */
    public <P> Optional<Committed<P>> commit(
            ScopeStore store, Operation operation, Supplier<Optional<P>> plan, Function<P, PendingWrite> write) {
        Map<SummaryTask, String> summaries = new HashMap<>();
        boolean queues = categories.summarizer().asksModel();
        ReentrantLock lock = null;
        try {
            long plannedOn = store.watermark().revision();
            Optional<P> planned = plan.get();
            boolean stale = false;
            for (int i = 0; i < TRIES && planned.isPresent(); i++) {
                if (lock == null && (queues || i > 0)) {
                    lock = operation.gate().during(() -> awaitTurn(store));
                    // Before a model is asked for summaries, the plan catches up with the writers that were ahead.
                    stale |= queues && store.watermark().revision() != plannedOn;
                }
                if (stale) {
                    planned = plan.get();
                    if (planned.isEmpty()) {
                        break;
                    }
                }
                ApplyOutcome outcome = apply(store, operation, write.apply(planned.get()), summaries);
                if (outcome instanceof ApplyOutcome.Applied applied) {
                    return Optional.of(new Committed<>(planned.get(), applied));
                }
                stale = ((ApplyOutcome.Stale) outcome).what() != ApplyOutcome.Cause.CATEGORY;
            }
            if (planned.isEmpty()) {
                return Optional.empty();
            }
        } finally {
            if (lock != null) {
                lock.unlock();
            }
        }
        throw StoreException.retriable(
                "Other writers changed " + store.scope() + " during each of " + TRIES
                        + " tries. Nothing was stored; call again.",
                null);
    }

    /** Stores the copy, then applies the change set that names it. The copy is deleted again unless the change set was applied. */
    private ApplyOutcome apply(
            ScopeStore store, Operation operation, PendingWrite write, Map<SummaryTask, String> summaries) {
        CategoryChanges changes = categories.plan(store, write, operation, summaries);
        operation.step(Step.STORE, 0, 1);
        operation.gate().beginWrite();
        String blobKey = null;
        boolean applied = false;
        try {
            blobKey = write.resource() instanceof ResourceChange.Put put ? keep(store, put) : null;
            ApplyOutcome outcome = store.apply(write.changeSet(changes, blobKey, categories.ids(), operation.now()));
            applied = outcome instanceof ApplyOutcome.Applied;
            if (!applied) {
                operation.gate().writeRefused();
            }
            return outcome;
        } finally {
            if (!applied && blobKey != null && write.resource() instanceof ResourceChange.Put put) {
                blobs.discard(store, put.resource().id(), blobKey);
            }
        }
    }

    private @Nullable String keep(ScopeStore store, ResourceChange.Put put) {
        return blobs.keep(store.scope(), put.resource().id(), categories.ids().next(), put.copy());
    }

    /** Waits for the lock of the scope. Cancelling the operation ends the wait, as interrupting the thread does. */
    private ReentrantLock awaitTurn(ScopeStore store) {
        ReentrantLock lock = locks.of(store.scope());
        try {
            lock.lockInterruptibly();
            return lock;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreException.retriable(
                    "The wait for other writers of " + store.scope()
                            + " was interrupted. Nothing was stored; call again.",
                    e);
        }
    }
}
