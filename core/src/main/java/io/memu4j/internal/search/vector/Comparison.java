package io.memu4j.internal.search.vector;

/** Compares one question with single units of a kind, where comparing it with all would cost too much. One search, one thread. */
public interface Comparison {
    /** A better estimate of a unit's score than the one that all were chosen by. */
    float refined(int slot);

    /** Finds the exact scores of those: many together take half the time that they take one by one. */
    void compare(int[] slots);

    /** The exact score of a unit. */
    float exact(int slot);
}
