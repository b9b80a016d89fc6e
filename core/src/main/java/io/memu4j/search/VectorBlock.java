package io.memu4j.search;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The vectors of one kind of unit, one row per slot, in contiguous pieces. Pieces instead of one array, so that growing copies at most one
 * of them and wastes at most half of one.
 */
final class VectorBlock {
    private static final int ROWS_PER_PIECE = 256;

    private final int dimension;
    private final BitSet present = new BitSet();
    private float[][] pieces = {};

    VectorBlock(int dimension) {
        this.dimension = dimension;
    }

    void put(int slot, float[] vector) {
        System.arraycopy(vector, 0, pieceFor(slot), offset(slot), dimension);
        present.set(slot);
    }

    void remove(int slot) {
        if (present.get(slot)) {
            Arrays.fill(pieces[slot / ROWS_PER_PIECE], offset(slot), offset(slot) + dimension, 0f);
            present.clear(slot);
        }
    }

    boolean has(int slot) {
        return present.get(slot);
    }

    boolean isEmpty() {
        return present.isEmpty();
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
            for (int row = 0; row < rows; row++) {
                dots[slot++] = DotProduct.of(piece, row * dimension, query);
            }
        }
        return dots;
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
        return floats * Float.BYTES;
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
