package io.memu4j.internal.search.vector;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of one kind of unit, by slot. Up to {@link #CODED_FROM} vectors, a search compares all of them with the query. Above, each
 * vector has a {@link SignCodes code}, and a search compares exactly only the candidates that the codes select. Memory is allocated in
 * pieces, so that growing copies at most one piece.
 */
public final class VectorBlock {
    /** Number of vectors from which codes pay off. Below, comparing all vectors takes less than a millisecond. */
    static final int CODED_FROM = 20_000;

    private final int dimension;
    private final int codedFrom;
    private final DotKernel kernel;
    private final BitSet present;
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
        this.present = new BitSet();
        this.vectors = new VectorColumns(dimension);
    }

    private VectorBlock(VectorBlock other) {
        this.dimension = other.dimension;
        this.codedFrom = other.codedFrom;
        this.kernel = other.kernel;
        this.present = (BitSet) other.present.clone();
        this.vectors = other.vectors.copy();
        this.codes = other.codes == null ? null : other.codes.copy();
        this.size = other.size;
    }

    /** Returns a copy that can be changed while this one is read. The vectors are shared until the copy changes them. */
    public VectorBlock copy() {
        return new VectorBlock(this);
    }

    /**
     * Sets the vector of a slot.
     *
     * @throws IllegalArgumentException when a value is not finite, because it could not be compared
     */
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

    /** Makes or drops the codes, depending on the number of vectors. Called after the last change of a batch. */
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

    /** Returns the codes, or null when there are too few vectors for them. */
    @Nullable
    SignCodes codes() {
        return codes;
    }

    /**
     * Returns the dot product of every vector with {@code query}, by slot; 0 for a slot without a vector.
     *
     * @param slots length of the answer
     */
    public float[] dots(float[] query, int slots) {
        return vectors.dots(query, slots);
    }

    /** Returns the dot product of one vector with {@code query}; 0 for a slot without a vector. */
    float dot(float[] query, int slot) {
        return present.get(slot) ? vectors.dot(query, slot) : 0;
    }

    /**
     * Writes the dot products of single vectors with {@code query} into {@code bySlot}.
     *
     * @param slots have vectors
     */
    public void dots(float[] query, int[] slots, float[] bySlot) {
        vectors.dots(query, slots, bySlot);
    }

    /** Adds the vector of a slot to {@code sum}. Does nothing for a slot without one. */
    public void addTo(float[] sum, int slot) {
        if (present.get(slot)) {
            vectors.addTo(sum, slot);
        }
    }

    public int dimension() {
        return dimension;
    }

    /** Returns the heap in use, in bytes. */
    public long bytes() {
        return vectors.bytes() + (codes == null ? 0 : codes.bytes());
    }

    /** Moves all vectors except that of slot {@code except} to another layout. */
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
