package io.memu4j.internal.search.vector;

/** How the vectors of a {@link VectorBlock} lie in memory, by slot; zeros where a slot has none. */
sealed interface VectorLayout permits VectorColumns, VectorRows {
    void put(int slot, float[] vector);

    /** Sets the vector of a slot that was put to zeros. */
    void clear(int slot);

    /** Adds the vector of a slot that was put to {@code sum}. */
    void addTo(float[] sum, int slot);

    /** The dot product of a slot that was put with {@code query}. */
    float dot(float[] query, int slot);

    /** Puts the dot products of those slots, which were put, with {@code query} where their slots are: each as {@link #dot}, to the bit. */
    void dots(float[] query, int[] slots, float[] bySlot);

    /**
     * The dot product of every slot with {@code query}.
     *
     * @param slots length of the answer
     */
    float[] dots(float[] query, int slots);

    /** Heap taken, in bytes. */
    long bytes();
}
