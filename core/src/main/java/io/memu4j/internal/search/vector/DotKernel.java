package io.memu4j.internal.search.vector;

/** The dot product of two vectors, in the form that this machine is fastest with. Thread-safe; every form gives the same, but for rounding. */
interface DotKernel {
    /** As many are compared at once. */
    int FOUR = 4;

    /** The dot product of {@code query} with as many floats of {@code block} from {@code at} on. */
    float dot(float[] block, int at, float[] query);

    /**
     * The dot products of {@code query} with four vectors that lie anywhere: the same as {@link #dot} gives, to the bit, so that no score depends on
     * what else was compared.
     */
    default void four(float[][] blocks, int[] at, float[] query, float[] dots) {
        for (int i = 0; i < FOUR; i++) {
            dots[i] = dot(blocks[i], at[i], query);
        }
    }
}
