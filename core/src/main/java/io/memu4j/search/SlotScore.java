package io.memu4j.search;

/** A score of units, by slot. */
@FunctionalInterface
interface SlotScore {
    /** The score of a slot that is used; 0 for nothing to say. */
    float of(int slot);
}
