package io.memu4j.internal.search.vector;

import java.util.Arrays;
import java.util.BitSet;

/** Stores vectors row by row, in pieces of 256 rows: the fastest layout for comparing single vectors with a query. */
final class VectorRows implements VectorLayout {
    private static final int ROWS_PER_PIECE = 256;

    private final int dimension;
    private final DotKernel kernel;
    private float[][] pieces = {};
    /** Pieces that the layout which this one was copied from reads too. */
    private final BitSet shared = new BitSet();

    VectorRows(int dimension, DotKernel kernel) {
        this.dimension = dimension;
        this.kernel = kernel;
    }

    @Override
    public VectorRows copy() {
        VectorRows copy = new VectorRows(dimension, kernel);
        copy.pieces = pieces.clone();
        copy.shared.set(0, pieces.length);
        return copy;
    }

    @Override
    public void put(int slot, float[] vector) {
        System.arraycopy(vector, 0, pieceFor(slot), offset(slot), dimension);
    }

    @Override
    public void clear(int slot) {
        Arrays.fill(pieceFor(slot), offset(slot), offset(slot) + dimension, 0f);
    }

    @Override
    public void addTo(float[] sum, int slot) {
        float[] piece = pieces[slot / ROWS_PER_PIECE];
        int at = offset(slot);
        for (int i = 0; i < dimension; i++) {
            sum[i] += piece[at + i];
        }
    }

    @Override
    public float dot(float[] query, int slot) {
        return kernel.dot(pieces[slot / ROWS_PER_PIECE], offset(slot), query);
    }

    @Override
    public void dots(float[] query, int[] slots, float[] bySlot) {
        float[][] blocks = new float[DotKernel.FOUR][];
        int[] at = new int[DotKernel.FOUR];
        float[] dots = new float[DotKernel.FOUR];
        int done = 0;
        for (; done + DotKernel.FOUR <= slots.length; done += DotKernel.FOUR) {
            for (int i = 0; i < DotKernel.FOUR; i++) {
                int slot = slots[done + i];
                blocks[i] = pieces[slot / ROWS_PER_PIECE];
                at[i] = offset(slot);
            }
            kernel.four(blocks, at, query, dots);
            for (int i = 0; i < DotKernel.FOUR; i++) {
                bySlot[slots[done + i]] = dots[i];
            }
        }
        for (; done < slots.length; done++) {
            bySlot[slots[done]] = dot(query, slots[done]);
        }
    }

    @Override
    public float[] dots(float[] query, int slots) {
        float[] dots = new float[slots];
        int last = Math.min(slots, pieces.length * ROWS_PER_PIECE);
        for (int slot = 0; slot < last; slot++) {
            dots[slot] = dot(query, slot);
        }
        return dots;
    }

    @Override
    public long bytes() {
        return (long) pieces.length * ROWS_PER_PIECE * dimension * Float.BYTES;
    }

    /** Returns the piece of a slot, ready to be changed. */
    private float[] pieceFor(int slot) {
        int index = slot / ROWS_PER_PIECE;
        while (pieces.length <= index) {
            pieces = Arrays.copyOf(pieces, pieces.length + 1);
            pieces[pieces.length - 1] = new float[ROWS_PER_PIECE * dimension];
        }
        if (shared.get(index)) {
            pieces[index] = pieces[index].clone();
            shared.clear(index);
        }
        return pieces[index];
    }

    private int offset(int slot) {
        return slot % ROWS_PER_PIECE * dimension;
    }
}
