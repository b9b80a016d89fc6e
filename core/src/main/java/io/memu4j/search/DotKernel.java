package io.memu4j.search;

/** The dot product of two vectors, in the form that this machine is fastest with. Thread-safe; every form gives the same, but for rounding. */
interface DotKernel {
    /** The dot product of {@code query} with as many floats of {@code block} from {@code at} on. */
    float dot(float[] block, int at, float[] query);
}
