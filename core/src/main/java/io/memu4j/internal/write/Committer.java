package io.memu4j.internal.write;

import io.memu4j.error.StoreException;
import io.memu4j.memorize.MemorizeListener.Step;
import io.memu4j.spi.store.ApplyOutcome;
import io.memu4j.spi.store.ChangeSetBuilder;
import io.memu4j.spi.store.ScopeStore;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Brings an operation into the store. Where another writer was faster it plans again what that overtook: the summaries alone, or all of it.
 * From the second try on the writers of a scope in this process queue; where a model writes the summaries, from the first on.
 */
public final class Committer {
    private static final int TRIES = 25;

    private final ScopeStore store;
    private final Operation operation;
    private final SummaryStep summaries;
    private final ReentrantLock lock;

    public Committer(ScopeStore store, WriteServices parts, Operation operation) {
        this.store = store;
        this.operation = operation;
        this.summaries = new SummaryStep(store, parts, operation);
        this.lock = parts.locks().of(store.scope());
    }

    /**
     * Writes what {@code plan} wants to write.
     *
     * @param plan reads the store and says what to write, or nothing; asked again when what it read no longer holds
     * @return what was written, or empty when there was nothing to write
     * @throws StoreException retriable, when other writers were faster every time
     */
    public Optional<ApplyOutcome.Applied> commit(Supplier<Optional<PendingWrite>> plan) {
        Round round = new Round(plan);
        boolean queues = summaries.asksModel();
        if (queues ? !round.prepare() : round.run()) {
            return round.result;
        }
        operation.gate().during(this::awaitTurn);
        try {
            if (queues) {
                round.catchUp();
            }
            for (int i = queues ? 0 : 1; i < TRIES; i++) {
                if (round.run()) {
                    return round.result;
                }
            }
        } finally {
            lock.unlock();
        }
        throw StoreException.retriable(
                "Other writers changed " + store.scope() + " during each of " + TRIES
                        + " tries. Nothing was stored; call again.",
                null);
    }

    /** Cancelling ends the wait, as does interrupting the thread. */
    private boolean awaitTurn() {
        try {
            lock.lockInterruptibly();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreException.retriable(
                    "The wait for other writers of " + store.scope()
                            + " was interrupted. Nothing was stored; call again.",
                    e);
        }
    }

    /** The tries of one commit. */
    private final class Round {
        private final Supplier<Optional<PendingWrite>> plan;
        private Optional<PendingWrite> draft = Optional.empty();
        private long plannedOn;
        private Optional<ApplyOutcome.Applied> result = Optional.empty();

        Round(Supplier<Optional<PendingWrite>> plan) {
            this.plan = plan;
        }

        /** Makes sure there is something to write; false when there is nothing. */
        boolean prepare() {
            if (draft.isEmpty()) {
                plannedOn = revision();
                draft = plan.get();
            }
            return draft.isPresent();
        }

        /** Plans anew, before a model is asked for summaries, what the writers before may have overtaken; texts are not understood again. */
        void catchUp() {
            if (revision() != plannedOn) {
                draft = Optional.empty();
            }
        }

        private long revision() {
            return store.watermark().revision();
        }

        /** One try; false when another writer was faster. */
        boolean run() {
            if (!prepare()) {
                return true;
            }
            PendingWrite planned = draft.orElseThrow();
            ChangeSetBuilder changes = summaries.complete(planned);
            operation.step(Step.STORE, 0, 1);
            operation.gate().beginWrite();
            ApplyOutcome outcome = store.apply(planned.end(changes));
            if (outcome instanceof ApplyOutcome.Stale stale) {
                operation.gate().writeRefused();
                planned.refused();
                if (stale.what() != ApplyOutcome.Cause.CATEGORY) {
                    draft = Optional.empty();
                }
                return false;
            }
            result = Optional.of((ApplyOutcome.Applied) outcome);
            return true;
        }
    }
}
