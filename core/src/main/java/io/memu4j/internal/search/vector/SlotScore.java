package io.memu4j.internal.search.vector;

/** A score of units, by slot. */
@FunctionalInterface
public interface SlotScore {
    /** The score of a slot that is used; 0 for nothing to say. */
    float of(int slot);
}
