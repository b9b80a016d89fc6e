package io.memu4j.internal.search.vector;

/** Compares one query vector with single units, where comparing it with all of them would cost too much. For one search and one thread. */
public interface Comparison {
    /** Returns a better estimate of the score of a slot than its sign code gives. */
    float refined(int slot);

    /** Computes the exact scores of several slots at once, in half the time that they take one by one. */
    void compare(int[] slots);

    /** Returns the exact score of a slot. */
    float exact(int slot);
}
