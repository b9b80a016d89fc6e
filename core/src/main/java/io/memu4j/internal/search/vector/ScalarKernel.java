package io.memu4j.internal.search.vector;

/**
 * The kernel that runs everywhere. Four sums per vector; of four vectors at once, so that the processor waits for the memory of four instead
 * of one: half the time where they are not in its caches.
 */
final class ScalarKernel implements DotKernel {
    @Override
    public float dot(float[] block, int at, float[] query) {
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int unrolled = query.length & ~3;
        for (int i = 0, j = at; i < unrolled; i += 4, j += 4) {
            s0 += block[j] * query[i];
            s1 += block[j + 1] * query[i + 1];
            s2 += block[j + 2] * query[i + 2];
            s3 += block[j + 3] * query[i + 3];
        }
        return rest(block, at, query, unrolled, (s0 + s1) + (s2 + s3));
    }

    @Override
    public void four(float[][] blocks, int[] at, float[] query, float[] dots) {
        float[] a = blocks[0], b = blocks[1], c = blocks[2], d = blocks[3];
        int ja = at[0], jb = at[1], jc = at[2], jd = at[3];
        float a0 = 0, a1 = 0, a2 = 0, a3 = 0, b0 = 0, b1 = 0, b2 = 0, b3 = 0;
        float c0 = 0, c1 = 0, c2 = 0, c3 = 0, d0 = 0, d1 = 0, d2 = 0, d3 = 0;
        int unrolled = query.length & ~3;
        for (int i = 0; i < unrolled; i += 4) {
            float q0 = query[i], q1 = query[i + 1], q2 = query[i + 2], q3 = query[i + 3];
            a0 += a[ja + i] * q0;
            b0 += b[jb + i] * q0;
            c0 += c[jc + i] * q0;
            d0 += d[jd + i] * q0;
            a1 += a[ja + i + 1] * q1;
            b1 += b[jb + i + 1] * q1;
            c1 += c[jc + i + 1] * q1;
            d1 += d[jd + i + 1] * q1;
            a2 += a[ja + i + 2] * q2;
            b2 += b[jb + i + 2] * q2;
            c2 += c[jc + i + 2] * q2;
            d2 += d[jd + i + 2] * q2;
            a3 += a[ja + i + 3] * q3;
            b3 += b[jb + i + 3] * q3;
            c3 += c[jc + i + 3] * q3;
            d3 += d[jd + i + 3] * q3;
        }
        dots[0] = rest(a, ja, query, unrolled, (a0 + a1) + (a2 + a3));
        dots[1] = rest(b, jb, query, unrolled, (b0 + b1) + (b2 + b3));
        dots[2] = rest(c, jc, query, unrolled, (c0 + c1) + (c2 + c3));
        dots[3] = rest(d, jd, query, unrolled, (d0 + d1) + (d2 + d3));
    }

    private static float rest(float[] block, int at, float[] query, int from, float sum) {
        float all = sum;
        for (int i = from; i < query.length; i++) {
            all += block[at + i] * query[i];
        }
        return all;
    }
}
