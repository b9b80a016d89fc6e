package io.memu4j.internal.search;

import io.memu4j.internal.search.index.ScopeUnits;
import io.memu4j.model.Watermark;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The index of a scope as of one revision, with the number of sessions that read it. Its units are not changed while a session has it
 * pinned.
 */
final class IndexSnapshot {
    private final ScopeUnits units;
    private final Watermark watermark;
    private final long bytes;
    private final AtomicInteger pins = new AtomicInteger();

    IndexSnapshot(ScopeUnits units, Watermark watermark) {
        this.units = units;
        this.watermark = watermark;
        this.bytes = units.bytes();
    }

    /** Makes the index of a scope of which nothing was read yet. */
    static IndexSnapshot empty() {
        return new IndexSnapshot(new ScopeUnits(), Watermark.EMPTY);
    }

    ScopeUnits units() {
        return units;
    }

    Watermark watermark() {
        return watermark;
    }

    /** Returns an estimate of the heap in use, in bytes. */
    long bytes() {
        return bytes;
    }

    /** Returns whether this is the wanted revision or a later one of the same incarnation. */
    boolean reaches(Watermark wanted) {
        return watermark.incarnation().equals(wanted.incarnation()) && watermark.revision() >= wanted.revision();
    }

    void pin() {
        pins.incrementAndGet();
    }

    void unpin() {
        pins.decrementAndGet();
    }

    boolean isPinned() {
        return pins.get() > 0;
    }
}
