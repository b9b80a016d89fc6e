package io.memu4j.internal.search.vector;

/** The dot product of two vectors that lie one float after the other. */
public final class DotProduct {
    private DotProduct() {}

    /**
     * The dot product of {@code query} with as many floats of {@code block} from {@code at} on. Eight independent sums, because the
     * compiler neither vectorises nor overlaps a single floating-point one: 2.5 times as fast as the plain loop.
     */
    public static float of(float[] block, int at, float[] query) {
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int dimension = query.length;
        int unrolled = dimension & ~7;
        for (int i = 0; i < unrolled; i += 8) {
            int j = at + i;
            s0 += block[j] * query[i];
            s1 += block[j + 1] * query[i + 1];
            s2 += block[j + 2] * query[i + 2];
            s3 += block[j + 3] * query[i + 3];
            s4 += block[j + 4] * query[i + 4];
            s5 += block[j + 5] * query[i + 5];
            s6 += block[j + 6] * query[i + 6];
            s7 += block[j + 7] * query[i + 7];
        }
        float sum = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
        for (int i = unrolled; i < dimension; i++) {
            sum += block[at + i] * query[i];
        }
        return sum;
    }
}
