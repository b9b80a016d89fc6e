package io.memu4j.model;

import org.jspecify.annotations.Nullable;

/**
 * The state of a scope's contents. Two reads with the same incarnation and revision saw the same rows.
 *
 * @param incarnation a random id given when the scope was created, restored or replaced, or changed over to another space; empty
 *     where it was never written
 * @param revision grows by one with every acknowledged write; 0 where it was never written
 * @param lastDeleteRevision the revision of the last write that deleted something, or 0
 * @param activeSpace the space of the scope's vectors, set by the first one, changed by {@link io.memu4j.spi.store.ScopeVectors#activate} and
 *     forgotten by {@link io.memu4j.spi.store.ScopeStore#clear}; null without one
 */
public record Watermark(
        String incarnation, long revision, long lastDeleteRevision, @Nullable EmbeddingSpace activeSpace) {
    /** A scope that was never written. */
    public static final Watermark EMPTY = new Watermark("", 0, 0, null);

    /**
     * {@return whether both describe the same contents: the same incarnation at the same revision}
     *
     * @param other the other watermark
     */
    public boolean sameAs(Watermark other) {
        return revision == other.revision && incarnation.equals(other.incarnation);
    }
}
