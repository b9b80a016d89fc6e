package io.memu4j.internal.search.vector;

import java.util.Arrays;

/**
 * One bit per dimension of each vector: on which side of the mean of all it lies. The share of bits in which two codes differ tells the
 * angle between the vectors, seen from the mean (Charikar 2002), well enough to find those that are worth comparing exactly: reading 1/32 of
 * what the vectors take.
 *
 * <p>The mean is that of the vectors when the codes were made; any point among them would do.
 */
final class SignCodes {
    private static final int SUMS_PER_WORD = Long.BYTES * 256;
    /** Words of a row behind those of the code: radius and dot product with the centre; step. */
    private static final int MORE_WORDS = 2;

    private final float[] centre;
    private final float centreSquared;
    private final int words;
    /** Words per slot: what an estimate needs lies together, so that reading it waits for the memory once. */
    private final int stride;
    /**
     * By slot: the bits; the vector's distance from the centre, 0 where there is none; its dot product with the centre; what a step of 1 in
     * every dimension, to the vector's side, has to be multiplied with to be as long along the vector as it is.
     */
    private long[] rows = {};

    private int slots;

    SignCodes(float[] centre) {
        this.centre = centre;
        this.centreSquared = DotProduct.of(centre, 0, centre);
        this.words = (centre.length + Long.SIZE - 1) / Long.SIZE;
        this.stride = words + MORE_WORDS;
    }

    /** Returns a copy that can be changed while this one is read. Both keep the same centre. */
    SignCodes copy() {
        SignCodes copy = new SignCodes(centre);
        copy.rows = rows.clone();
        copy.slots = slots;
        return copy;
    }

    /** Sets the code of a slot to that of the vector. */
    void put(int slot, float[] vector) {
        grow(slot);
        int at = slot * stride;
        float radius = encode(vector, rows, at);
        rows[at + words] = pair(radius, DotProduct.of(vector, 0, centre));
        rows[at + words + 1] = pair(step(vector, radius), 0);
    }

    void remove(int slot) {
        Arrays.fill(rows, slot * stride, (slot + 1) * stride, 0);
    }

    /**
     * About the dot product of every vector with {@code query}; 0 where a slot has no vector.
     *
     * @param limit length of the answer
     */
    float[] estimates(float[] query, int limit) {
        long[] code = new long[words];
        float queryRadius = encode(query, code, 0);
        float queryOffset = DotProduct.of(query, 0, centre) - centreSquared;
        float[] cosines = cosines(queryRadius);
        float[] estimates = new float[limit];
        int end = Math.min(limit, slots);
        if (words == 6) { // 384 dimensions
            estimateSix(code, cosines, queryOffset, estimates, end);
            return estimates;
        }
        for (int slot = 0, at = 0; slot < end; slot++, at += stride) {
            int different = 0;
            for (int i = 0; i < words; i++) {
                different += Long.bitCount(rows[at + i] ^ code[i]);
            }
            estimates[slot] = estimate(rows[at + words], cosines[different], queryOffset);
        }
        return estimates;
    }

    /**
     * The dot product of a vector with {@code query} as well as a code tells it: the query's own numbers are used, not only their signs (as by
     * RaBitQ, Gao and Long 2024). Twenty times the work of an estimate.
     */
    SlotScore refined(float[] query) {
        float[] sums = sums(query);
        float all = 0;
        for (int i = 0; i < centre.length; i++) {
            all += query[i] - centre[i];
        }
        float total = all;
        float queryOffset = DotProduct.of(query, 0, centre) - centreSquared;
        return slot -> {
            int at = slot * stride;
            if (slot >= slots || low(rows[at + words]) == 0) {
                return 0;
            }
            float above = 0;
            for (int i = 0, table = 0; i < words; i++, table += SUMS_PER_WORD) {
                above += ofWord(sums, table, rows[at + i]);
            }
            return low(rows[at + words + 1]) * (2 * above - total) + high(rows[at + words]) + queryOffset;
        };
    }

    /** Heap taken, in bytes. */
    long bytes() {
        return 8L * rows.length;
    }

    private static long pair(float low, float high) {
        return (Float.floatToRawIntBits(low) & 0xFFFF_FFFFL) | ((long) Float.floatToRawIntBits(high) << Integer.SIZE);
    }

    private static float low(long pair) {
        return Float.intBitsToFloat((int) pair);
    }

    private static float high(long pair) {
        return Float.intBitsToFloat((int) (pair >>> Integer.SIZE));
    }

    private static float ofWord(float[] sums, int table, long word) {
        float low = sums[table + (int) (word & 0xFF)]
                + sums[table + 256 + (int) (word >>> 8 & 0xFF)]
                + sums[table + 512 + (int) (word >>> 16 & 0xFF)]
                + sums[table + 768 + (int) (word >>> 24 & 0xFF)];
        float high = sums[table + 1024 + (int) (word >>> 32 & 0xFF)]
                + sums[table + 1280 + (int) (word >>> 40 & 0xFF)]
                + sums[table + 1536 + (int) (word >>> 48 & 0xFF)]
                + sums[table + 1792 + (int) (word >>> 56)];
        return low + high;
    }

    /** For each byte of a code and each of its values: the sum of the query, seen from the centre, over the bits that are set. */
    private float[] sums(float[] query) {
        float[] sums = new float[words * SUMS_PER_WORD];
        for (int first = 0, table = 0; first < centre.length; first += Byte.SIZE, table += 256) {
            for (int value = 1; value < 256; value++) {
                int lowest = Integer.numberOfTrailingZeros(value);
                int i = first + lowest;
                float own = i < centre.length ? query[i] - centre[i] : 0;
                sums[table + value] = sums[table + (value & value - 1)] + own;
            }
        }
        return sums;
    }

    private float step(float[] vector, float length) {
        float steps = 0;
        for (int i = 0; i < centre.length; i++) {
            steps += Math.abs(vector[i] - centre[i]);
        }
        return steps == 0 ? 0 : length * length / steps;
    }

    private void estimateSix(long[] code, float[] cosines, float queryOffset, float[] estimates, int end) {
        long c0 = code[0], c1 = code[1], c2 = code[2], c3 = code[3], c4 = code[4], c5 = code[5];
        long[] all = rows;
        for (int slot = 0, at = 0; slot < end; slot++, at += 6 + MORE_WORDS) {
            int different = Long.bitCount(all[at] ^ c0)
                    + Long.bitCount(all[at + 1] ^ c1)
                    + Long.bitCount(all[at + 2] ^ c2)
                    + Long.bitCount(all[at + 3] ^ c3)
                    + Long.bitCount(all[at + 4] ^ c4)
                    + Long.bitCount(all[at + 5] ^ c5);
            estimates[slot] = estimate(all[at + 6], cosines[different], queryOffset);
        }
    }

    /** q.x = (q-c).(x-c) + c.x + (q.c - c.c). */
    private static float estimate(long radiusAndAlongCentre, float cosine, float queryOffset) {
        float radius = low(radiusAndAlongCentre);
        return radius == 0 ? 0 : radius * cosine + high(radiusAndAlongCentre) + queryOffset;
    }

    /** By number of bits that differ: the cosine of the angle this tells, times {@code scale}. */
    private float[] cosines(float scale) {
        float[] cosines = new float[centre.length + 1];
        for (int different = 0; different < cosines.length; different++) {
            cosines[different] = (float) (scale * Math.cos(Math.PI * different / centre.length));
        }
        return cosines;
    }

    /**
     * Writes the code of a vector.
     *
     * @return its distance from the centre
     */
    private float encode(float[] vector, long[] to, int first) {
        double squares = 0;
        Arrays.fill(to, first, first + words, 0);
        for (int i = 0; i < centre.length; i++) {
            float from = vector[i] - centre[i];
            squares += from * from;
            if (from > 0) {
                to[first + i / Long.SIZE] |= 1L << i;
            }
        }
        return (float) Math.sqrt(squares);
    }

    private void grow(int slot) {
        if (slot >= slots) {
            slots = Math.max(slot + 1, slots + (slots >> 2));
            rows = Arrays.copyOf(rows, slots * stride);
        }
    }
}
