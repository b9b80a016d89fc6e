package io.memu4j.internal.search;

import io.memu4j.internal.search.index.ScopeUnits;
import io.memu4j.internal.search.index.StagedChanges;
import io.memu4j.internal.search.text.TextAnalysis;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.ScopeStore;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The index of one scope. Thread-safe. One thread at a time reads changes from the store; the others go on searching the revision before.
 *
 * <p>Changes are applied in place when no session has the current snapshot pinned, which is the usual case. Otherwise they are applied to a
 * copy, which becomes the current snapshot: a session may stay open during calls of a model, so nobody waits for it. The snapshot before
 * leaves the heap with its last session. A batch of changes is applied as a whole or not at all.
 */
final class ScopeIndex {
    private final TextAnalysis analysis;
    /** Held while changes are read and applied. */
    private final ReentrantLock catchingUp = new ReentrantLock();
    /** Held while the current snapshot is pinned, replaced or changed in place. Taken after {@link #catchingUp}. */
    private final ReentrantLock publishing = new ReentrantLock();

    private volatile IndexSnapshot current = IndexSnapshot.empty();

    ScopeIndex(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    /** What was read from the store to bring an index up to date. */
    enum Reading {
        NOTHING,
        CHANGES,
        WHOLE
    }

    /** Makes the current snapshot hold what the store held at {@code wanted} or later. */
    Reading catchUp(Watermark wanted, ScopeStore store) {
        if (current.reaches(wanted)) {
            return Reading.NOTHING;
        }
        catchingUp.lock();
        try {
            return current.reaches(wanted) ? Reading.NOTHING : read(store);
        } finally {
            catchingUp.unlock();
        }
    }

    /** Returns the current snapshot, pinned: the caller has to {@link IndexSnapshot#unpin} it. */
    IndexSnapshot pin() {
        publishing.lock();
        try {
            IndexSnapshot pinned = current;
            pinned.pin();
            return pinned;
        } finally {
            publishing.unlock();
        }
    }

    /** Returns an estimate of the heap taken by the current snapshot, in bytes. */
    long bytes() {
        return current.bytes();
    }

    private Reading read(ScopeStore store) {
        IndexSnapshot known = current;
        StagedChanges staged = new StagedChanges(analysis);
        Watermark reached = store.changesSince(known.watermark(), staged);
        if (!staged.isAnew() && (isOtherSpace(known.watermark(), reached) || staged.isRebuildCheaper(known.units()))) {
            staged = new StagedChanges(analysis);
            reached = store.changesSince(Watermark.EMPTY, staged);
            staged.replaceAll();
        }
        staged.finish();
        if (staged.isAnew()) {
            publish(staged, new ScopeUnits(), reached);
            return Reading.WHOLE;
        }
        if (!applyInPlace(staged, reached)) {
            publish(staged, known.units().copy(), reached);
        }
        return Reading.CHANGES;
    }

    /** Vectors of the new space may be older than the known revision: they were not shown while another space was active. */
    private static boolean isOtherSpace(Watermark known, Watermark reached) {
        EmbeddingSpace space = known.activeSpace();
        return space != null && !space.equals(reached.activeSpace());
    }

    private void publish(StagedChanges staged, ScopeUnits units, Watermark reached) {
        staged.applyTo(units);
        IndexSnapshot changed = new IndexSnapshot(units, reached);
        publishing.lock();
        try {
            current = changed;
        } finally {
            publishing.unlock();
        }
    }

    /** Returns false, without a change, when a session has the current snapshot pinned. */
    private boolean applyInPlace(StagedChanges staged, Watermark reached) {
        publishing.lock();
        try {
            IndexSnapshot known = current;
            if (known.isPinned()) {
                return false;
            }
            current = IndexSnapshot.empty(); // after a failure half way, the scope is read anew
            staged.applyTo(known.units());
            current = new IndexSnapshot(known.units(), reached);
            return true;
        } finally {
            publishing.unlock();
        }
    }
}
