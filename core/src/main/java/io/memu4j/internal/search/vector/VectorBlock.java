package io.memu4j.internal.search.vector;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of one kind of unit, by slot. A search compares all of them with the query; from {@link #CODED_FROM} vectors on each has a
 * {@link SignCodes code}, by which a search finds the few that are worth comparing exactly. In pieces, so that growing copies at most one
 * of them and wastes at most half of one.
 */
public final class VectorBlock {
    /** From so many vectors on the codes save more than they cost: below, comparing all takes less than a millisecond. */
    static final int CODED_FROM = 20_000;

    private final int dimension;
    private final int codedFrom;
    private final DotKernel kernel;
    private final BitSet present = new BitSet();
    private VectorLayout vectors;
    private @Nullable SignCodes codes;
    private int size;

    public VectorBlock(int dimension) {
        this(dimension, CODED_FROM, Kernels.BEST);
    }

    public VectorBlock(int dimension, int codedFrom, DotKernel kernel) {
        this.dimension = dimension;
        this.codedFrom = codedFrom;
        this.kernel = kernel;
        this.vectors = new VectorColumns(dimension);
    }

    /** @throws IllegalArgumentException when a value is no finite number: nothing could be compared with it */
    public void put(int slot, float[] vector) {
        for (float value : vector) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("A vector holds " + value + ". Expected finite numbers.");
            }
        }
        if (!present.get(slot)) {
            present.set(slot);
            size++;
        }
        if (size >= codedFrom && vectors instanceof VectorColumns) {
            lay(new VectorRows(dimension, kernel), slot);
        }
        vectors.put(slot, vector);
        if (codes != null) {
            codes.put(slot, vector);
        }
    }

    public void remove(int slot) {
        if (present.get(slot)) {
            vectors.clear(slot);
            present.clear(slot);
            size--;
            if (codes != null) {
                codes.remove(slot);
            }
        }
    }

    boolean has(int slot) {
        return present.get(slot);
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Makes or drops the codes, as the number of vectors wants it. Called after the last of several changes. */
    public void settle() {
        if (codes == null && size >= codedFrom) {
            SignCodes made = new SignCodes(mean());
            float[] vector = new float[dimension];
            for (int slot = present.nextSetBit(0); slot >= 0; slot = present.nextSetBit(slot + 1)) {
                read(slot, vector);
                made.put(slot, vector);
            }
            codes = made;
        } else if (vectors instanceof VectorRows && size < codedFrom / 2) {
            codes = null;
            lay(new VectorColumns(dimension), -1);
        }
        if (vectors instanceof VectorColumns columns) {
            columns.trim(present.length());
        }
    }

    /** The codes, or null where the vectors are too few for them. */
    @Nullable
    SignCodes codes() {
        return codes;
    }

    /**
     * The dot product of every vector with {@code query}; 0 where a slot has none.
     *
     * @param slots length of the answer
     */
    public float[] dots(float[] query, int slots) {
        return vectors.dots(query, slots);
    }

    /** The dot product of one vector with {@code query}; 0 where the slot has none. */
    float dot(float[] query, int slot) {
        return present.get(slot) ? vectors.dot(query, slot) : 0;
    }

    /**
     * Puts the dot products of those vectors with {@code query} where their slots are.
     *
     * @param slots have vectors
     */
    public void dots(float[] query, int[] slots, float[] bySlot) {
        vectors.dots(query, slots, bySlot);
    }

    /** Adds the slot's vector, if it has one, to {@code sum}. */
    public void addTo(float[] sum, int slot) {
        if (present.get(slot)) {
            vectors.addTo(sum, slot);
        }
    }

    public int dimension() {
        return dimension;
    }

    /** Heap taken, in bytes. */
    public long bytes() {
        return vectors.bytes() + (codes == null ? 0 : codes.bytes());
    }

    /** Has the vectors lie otherwise, all but that of {@code except}. */
    private void lay(VectorLayout other, int except) {
        float[] vector = new float[dimension];
        for (int slot = present.nextSetBit(0); slot >= 0; slot = present.nextSetBit(slot + 1)) {
            if (slot != except) {
                read(slot, vector);
                other.put(slot, vector);
            }
        }
        vectors = other;
    }

    private void read(int slot, float[] to) {
        Arrays.fill(to, 0);
        vectors.addTo(to, slot);
    }

    private float[] mean() {
        float[] mean = new float[dimension];
        for (int slot = present.nextSetBit(0); slot >= 0; slot = present.nextSetBit(slot + 1)) {
            vectors.addTo(mean, slot);
        }
        for (int i = 0; i < dimension; i++) {
            mean[i] /= size;
        }
        return mean;
    }
}
