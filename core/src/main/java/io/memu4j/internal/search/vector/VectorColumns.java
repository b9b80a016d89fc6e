package io.memu4j.internal.search.vector;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Stores vectors dimension by dimension, in pieces of 1,024 slots: the fastest layout for comparing all vectors with a query, and a slow one
 * for reading a single vector. Each dimension of a piece is an array of its own. When a loop reads all of its arrays at the same index, the
 * compiler knows that a store into one changes no other, and uses the vector instructions of the machine.
 */
final class VectorColumns implements VectorLayout {
    private static final int SLOTS_PER_PIECE = 1_024;
    private static final int SMALLEST_PIECE = 16;
    /** Number of dimensions added up before a sum is stored. With more, the compiler does not vectorise the loop. */
    private static final int AT_ONCE = 4;

    private static final int ARRAY_HEADER = 16;

    private final int dimension;
    /** By piece, dimension, slot. */
    private float[][][] pieces = {};
    /** Pieces that the layout which this one was copied from reads too. */
    private final BitSet shared = new BitSet();

    VectorColumns(int dimension) {
        this.dimension = dimension;
    }

    @Override
    public VectorColumns copy() {
        VectorColumns copy = new VectorColumns(dimension);
        copy.pieces = pieces.clone();
        copy.shared.set(0, pieces.length);
        return copy;
    }

    @Override
    public void put(int slot, float[] vector) {
        float[][] columns = pieceFor(slot);
        int row = slot % SLOTS_PER_PIECE;
        for (int i = 0; i < dimension; i++) {
            columns[i][row] = vector[i];
        }
    }

    @Override
    public void clear(int slot) {
        int row = slot % SLOTS_PER_PIECE;
        for (float[] column : own(slot / SLOTS_PER_PIECE)) {
            column[row] = 0;
        }
    }

    @Override
    public void addTo(float[] sum, int slot) {
        float[][] columns = pieces[slot / SLOTS_PER_PIECE];
        int row = slot % SLOTS_PER_PIECE;
        for (int i = 0; i < dimension; i++) {
            sum[i] += columns[i][row];
        }
    }

    @Override
    public float dot(float[] query, int slot) {
        float[][] columns = pieces[slot / SLOTS_PER_PIECE];
        int row = slot % SLOTS_PER_PIECE;
        float sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += columns[i][row] * query[i];
        }
        return sum;
    }

    @Override
    public void dots(float[] query, int[] slots, float[] bySlot) {
        for (int slot : slots) {
            bySlot[slot] = dot(query, slot);
        }
    }

    @Override
    public float[] dots(float[] query, int slots) {
        float[] dots = new float[slots];
        float[] sums = new float[SLOTS_PER_PIECE];
        int first = 0;
        for (float[][] columns : pieces) {
            int rows = Math.min(columns[0].length, slots - first);
            if (rows <= 0) {
                break;
            }
            Arrays.fill(sums, 0);
            int i = 0;
            for (; i + AT_ONCE <= dimension; i += AT_ONCE) {
                addFour(sums, columns, i, query, rows);
            }
            for (; i < dimension; i++) {
                addOne(sums, columns[i], query[i], rows);
            }
            System.arraycopy(sums, 0, dots, first, rows);
            first += rows;
        }
        return dots;
    }

    @Override
    public long bytes() {
        long bytes = 0;
        for (float[][] columns : pieces) {
            bytes += dimension * (ARRAY_HEADER + Integer.BYTES + (long) columns[0].length * Float.BYTES);
        }
        return bytes;
    }

    private static void addFour(float[] sums, float[][] columns, int first, float[] query, int rows) {
        float[] a = columns[first];
        float[] b = columns[first + 1];
        float[] c = columns[first + 2];
        float[] d = columns[first + 3];
        float qa = query[first];
        float qb = query[first + 1];
        float qc = query[first + 2];
        float qd = query[first + 3];
        for (int row = 0; row < rows; row++) {
            sums[row] += (a[row] * qa + b[row] * qb) + (c[row] * qc + d[row] * qd);
        }
    }

    private static void addOne(float[] sums, float[] column, float factor, int rows) {
        for (int row = 0; row < rows; row++) {
            sums[row] += column[row] * factor;
        }
    }

    /** Releases the memory beyond the given number of slots, when it is more than an eighth of a piece. */
    void trim(int slots) {
        int last = pieces.length - 1;
        if (last >= 0) {
            int rows = Math.max(0, slots - last * SLOTS_PER_PIECE);
            int needed = Math.min(SLOTS_PER_PIECE, (rows + SMALLEST_PIECE) / SMALLEST_PIECE * SMALLEST_PIECE);
            if (pieces[last][0].length > needed + needed / 8) {
                float[][] columns = own(last);
                for (int i = 0; i < dimension; i++) {
                    columns[i] = Arrays.copyOf(columns[i], needed);
                }
            }
        }
    }

    /** Returns a piece that no other layout reads: copies it where it is shared. */
    private float[][] own(int index) {
        if (shared.get(index)) {
            float[][] columns = pieces[index].clone();
            for (int i = 0; i < dimension; i++) {
                columns[i] = columns[i].clone();
            }
            pieces[index] = columns;
            shared.clear(index);
        }
        return pieces[index];
    }

    private float[][] pieceFor(int slot) {
        int index = slot / SLOTS_PER_PIECE;
        while (pieces.length <= index) {
            if (pieces.length > 0) {
                grow(own(pieces.length - 1), SLOTS_PER_PIECE);
            }
            pieces = Arrays.copyOf(pieces, pieces.length + 1);
            pieces[pieces.length - 1] = new float[dimension][0];
        }
        float[][] columns = own(index);
        int needed = slot % SLOTS_PER_PIECE + 1;
        if (columns[0].length < needed) {
            grow(columns, Math.min(SLOTS_PER_PIECE, Math.max(SMALLEST_PIECE, 2 * needed)));
        }
        return columns;
    }

    private static void grow(float[][] columns, int rows) {
        for (int i = 0; i < columns.length && columns[i].length < rows; i++) {
            columns[i] = Arrays.copyOf(columns[i], rows);
        }
    }
}
