package io.memu4j.internal.search.vector;

import java.util.Arrays;

/**
 * Vectors dimension by dimension, in pieces of 1,024 slots: what is fastest to compare all of with a query, and slow to read one of. Each
 * dimension of a piece is an array of its own: only where all arrays of a loop are read at the same index does the compiler know that
 * storing into one changes none of the others, and use the machine's vector instructions.
 */
final class VectorColumns implements VectorLayout {
    private static final int SLOTS_PER_PIECE = 1_024;
    private static final int SMALLEST_PIECE = 16;
    /** So many dimensions are added up before a sum is stored; with more the compiler gives up. */
    private static final int AT_ONCE = 4;

    private static final int ARRAY_HEADER = 16;

    private final int dimension;
    /** By piece, dimension, slot. */
    private float[][][] pieces = {};

    VectorColumns(int dimension) {
        this.dimension = dimension;
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
        for (float[] column : pieces[slot / SLOTS_PER_PIECE]) {
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

    /** Gives back what was taken for more slots than that, unless it is little. */
    void trim(int slots) {
        int last = pieces.length - 1;
        if (last >= 0) {
            int rows = Math.max(0, slots - last * SLOTS_PER_PIECE);
            int needed = Math.min(SLOTS_PER_PIECE, (rows + SMALLEST_PIECE) / SMALLEST_PIECE * SMALLEST_PIECE);
            float[][] columns = pieces[last];
            if (columns[0].length > needed + needed / 8) {
                for (int i = 0; i < dimension; i++) {
                    columns[i] = Arrays.copyOf(columns[i], needed);
                }
            }
        }
    }

    private float[][] pieceFor(int slot) {
        int index = slot / SLOTS_PER_PIECE;
        while (pieces.length <= index) {
            if (pieces.length > 0) {
                grow(pieces[pieces.length - 1], SLOTS_PER_PIECE);
            }
            pieces = Arrays.copyOf(pieces, pieces.length + 1);
            pieces[pieces.length - 1] = new float[dimension][0];
        }
        float[][] columns = pieces[index];
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
