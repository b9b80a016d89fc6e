package io.memu4j.search;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of one kind of unit, one row per slot, in contiguous pieces. Pieces instead of one array, so that growing copies at most one
 * of them and wastes at most half of one. From {@link #CODED_FROM} rows on, each row has a {@link SignCodes code} beside it, by which a
 * search finds the rows that are worth comparing exactly.
 */
final class VectorBlock {
    /** From so many rows on the codes save more than they cost: below, a scan of all takes about 2 ms. */
    static final int CODED_FROM = 20_000;

    private static final int ROWS_PER_PIECE = 256;

    private final int dimension;
    private final int codedFrom;
    private final DotKernel kernel;
    private final BitSet present = new BitSet();
    private float[][] pieces = {};
    private @Nullable SignCodes codes;

    VectorBlock(int dimension) {
        this(dimension, CODED_FROM, Kernels.BEST);
    }

    VectorBlock(int dimension, int codedFrom, DotKernel kernel) {
        this.dimension = dimension;
        this.codedFrom = codedFrom;
        this.kernel = kernel;
    }

    /** @throws IllegalArgumentException when a value is no finite number: nothing could be compared with it */
    void put(int slot, float[] vector) {
        for (float value : vector) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("A vector holds " + value + ". Expected finite numbers.");
            }
        }
        System.arraycopy(vector, 0, pieceFor(slot), offset(slot), dimension);
        present.set(slot);
        if (codes != null) {
            codes.put(slot, pieces[slot / ROWS_PER_PIECE], offset(slot));
        }
    }

    void remove(int slot) {
        if (present.get(slot)) {
            Arrays.fill(pieces[slot / ROWS_PER_PIECE], offset(slot), offset(slot) + dimension, 0f);
            present.clear(slot);
            if (codes != null) {
                codes.remove(slot);
            }
        }
    }

    boolean has(int slot) {
        return present.get(slot);
    }

    boolean isEmpty() {
        return present.isEmpty();
    }

    /** Makes or drops the codes, as the number of rows wants it. Called after the last of several changes. */
    void settle() {
        int rows = present.cardinality();
        if (codes == null && rows >= codedFrom) {
            SignCodes made = new SignCodes(mean(rows));
            for (int slot = present.nextSetBit(0); slot >= 0; slot = present.nextSetBit(slot + 1)) {
                made.put(slot, pieces[slot / ROWS_PER_PIECE], offset(slot));
            }
            codes = made;
        } else if (codes != null && rows < codedFrom / 2) {
            codes = null;
        }
    }

    /** The codes, or null where the rows are too few for them. */
    @Nullable
    SignCodes codes() {
        return codes;
    }

    /**
     * The dot product of every row with {@code query}; 0 where a slot has no vector.
     *
     * @param slots length of the answer
     */
    float[] dots(float[] query, int slots) {
        float[] dots = new float[slots];
        int slot = 0;
        for (float[] piece : pieces) {
            int rows = Math.min(piece.length / dimension, slots - slot);
            kernel.dots(piece, rows, query, dots, slot);
            slot += rows;
        }
        return dots;
    }

    /** The dot product of one row with {@code query}; 0 where the slot has no vector. */
    float dot(float[] query, int slot) {
        return present.get(slot) ? kernel.dot(pieces[slot / ROWS_PER_PIECE], offset(slot), query) : 0;
    }

    /** Adds the slot's vector, if it has one, to {@code sum}. */
    void addTo(float[] sum, int slot) {
        if (present.get(slot)) {
            float[] piece = pieces[slot / ROWS_PER_PIECE];
            int at = offset(slot);
            for (int i = 0; i < dimension; i++) {
                sum[i] += piece[at + i];
            }
        }
    }

    int dimension() {
        return dimension;
    }

    /** Heap taken, in bytes. */
    long bytes() {
        long floats = 0;
        for (float[] piece : pieces) {
            floats += piece.length;
        }
        return floats * Float.BYTES + (codes == null ? 0 : codes.bytes());
    }

    private float[] mean(int rows) {
        float[] mean = new float[dimension];
        for (int slot = present.nextSetBit(0); slot >= 0; slot = present.nextSetBit(slot + 1)) {
            addTo(mean, slot);
        }
        for (int i = 0; i < dimension; i++) {
            mean[i] /= rows;
        }
        return mean;
    }

    private float[] pieceFor(int slot) {
        int index = slot / ROWS_PER_PIECE;
        while (pieces.length <= index) {
            fillUpLast();
            pieces = Arrays.copyOf(pieces, pieces.length + 1);
            pieces[pieces.length - 1] = new float[0];
        }
        int needed = offset(slot) + dimension;
        if (pieces[index].length < needed) {
            int rows = Math.min(ROWS_PER_PIECE, Math.max(4, 2 * (slot % ROWS_PER_PIECE + 1)));
            pieces[index] = Arrays.copyOf(pieces[index], rows * dimension);
        }
        return pieces[index];
    }

    private void fillUpLast() {
        if (pieces.length > 0) {
            int last = pieces.length - 1;
            pieces[last] = Arrays.copyOf(pieces[last], ROWS_PER_PIECE * dimension);
        }
    }

    private int offset(int slot) {
        return slot % ROWS_PER_PIECE * dimension;
    }
}
