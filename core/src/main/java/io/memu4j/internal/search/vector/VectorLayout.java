package io.memu4j.internal.search.vector;

/** Memory layout of the vectors of a {@link VectorBlock}, by slot. A slot without a vector holds zeros. */
sealed interface VectorLayout permits VectorColumns, VectorRows {
    /** Returns a copy that can be changed while this one is read. Both share pieces; the copy duplicates one before changing it. */
    VectorLayout copy();

    /** Sets the vector of a slot. */
    void put(int slot, float[] vector);

    /** Sets the vector of a slot that was put to zeros. */
    void clear(int slot);

    /** Adds the vector of a slot that was put to {@code sum}. */
    void addTo(float[] sum, int slot);

    /** The dot product of a slot that was put with {@code query}. */
    float dot(float[] query, int slot);

    /** Writes the dot product of each slot with {@code query} into {@code bySlot}, bit by bit equal to {@link #dot}. */
    void dots(float[] query, int[] slots, float[] bySlot);

    /**
     * The dot product of every slot with {@code query}.
     *
     * @param slots length of the answer
     */
    float[] dots(float[] query, int slots);

    /** Returns the heap in use, in bytes. */
    long bytes();
}
