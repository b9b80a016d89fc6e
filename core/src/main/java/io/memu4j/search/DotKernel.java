package io.memu4j.search;

/** The inner loop of the dense scan, in the form that this machine is fastest with. Thread-safe; every form gives the same, but for rounding. */
interface DotKernel {
    /** The dot product of {@code query} with as many floats of {@code block} from {@code at} on. */
    float dot(float[] block, int at, float[] query);

    /**
     * The dot product of {@code query} with each of the first {@code rows} rows of {@code block}, which lie one after the other.
     *
     * @param dots where they go, from {@code first} on
     */
    void dots(float[] block, int rows, float[] query, float[] dots, int first);
}
