package io.memu4j.internal.search.vector;

import java.util.Arrays;

/** Compares a query vector with the vectors of a block that has codes. Keeps each result, so that no pair is compared twice. */
final class CodedComparison implements Comparison {
    private final VectorBlock vectors;
    private final float[] query;
    private final SlotScore refining;
    /** Results by slot; 0 until computed. */
    private final float[] refined;
    /** Results by slot; 0 until computed. */
    private final float[] exact;

    /** @param slots limit of the slots that are asked for */
    CodedComparison(VectorBlock vectors, SignCodes codes, float[] query, int slots) {
        this.vectors = vectors;
        this.query = query;
        this.refining = codes.refined(query);
        this.refined = new float[slots];
        this.exact = new float[slots];
    }

    @Override
    public float refined(int slot) {
        if (refined[slot] == 0) {
            refined[slot] = refining.of(slot);
        }
        return refined[slot];
    }

    @Override
    public void compare(int[] slots) {
        int[] unknown = new int[slots.length];
        int count = 0;
        for (int slot : slots) {
            if (exact[slot] == 0 && vectors.has(slot)) {
                unknown[count++] = slot;
            }
        }
        vectors.dots(query, Arrays.copyOf(unknown, count), exact);
    }

    @Override
    public float exact(int slot) {
        if (exact[slot] == 0) {
            exact[slot] = vectors.dot(query, slot);
        }
        return exact[slot];
    }
}
