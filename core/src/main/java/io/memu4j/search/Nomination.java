package io.memu4j.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Finds the slots with the best scores: all that score no less than the {@code k}-th best, so that what is level is treated alike. Reads
 * the scores twice and sorts nothing.
 */
final class Nomination {
    /** So finely estimates are told apart. */
    private static final int BUCKETS = 8_192;

    private Nomination() {}

    /** Adds to {@code nominated} the slots of the best {@code k} scores above 0 that may be found. */
    static void of(float[] scores, IntPredicate mayBeFound, int k, BitSet nominated) {
        float threshold = threshold(scores, mayBeFound, k);
        for (int slot = 0; slot < scores.length; slot++) {
            if (scores[slot] >= threshold && mayBeFound.test(slot)) {
                nominated.set(slot);
            }
        }
    }

    /** The same by exact scores, of which only those are asked for that are among the best by estimate. */
    static void of(Meaning meaning, IntPredicate mayBeFound, int k, BitSet nominated) {
        if (!meaning.isEstimated()) {
            of(meaning.scores(), mayBeFound, k, nominated);
            return;
        }
        int[] slots = near(meaning.scores(), mayBeFound, Math.max(meaning.toRescore(k), meaning.toRefine()));
        slots = best(slots, meaning::refined, meaning.toRescore(k));
        for (int slot : best(slots, meaning::of, k)) {
            nominated.set(slot);
        }
    }

    /** Those of the slots that score no less than the k-th best of them. */
    private static int[] best(int[] slots, SlotScore score, int k) {
        float[] scores = new float[slots.length];
        for (int i = 0; i < slots.length; i++) {
            scores[i] = score.of(slots[i]);
        }
        float threshold = threshold(scores, i -> true, k);
        int[] best = new int[slots.length];
        int size = 0;
        for (int i = 0; i < slots.length; i++) {
            if (scores[i] >= threshold) {
                best[size++] = slots[i];
            }
        }
        return Arrays.copyOf(best, size);
    }

    /** The slots of about the best {@code count} estimates, hardly fewer: which ones are on the border does not matter. */
    private static int[] near(float[] estimates, IntPredicate mayBeFound, int count) {
        float top = 0;
        for (float estimate : estimates) {
            if (estimate > top) {
                top = estimate;
            }
        }
        float scale = top > 0 ? (BUCKETS - 1) / top : 0;
        int[] inBucket = new int[BUCKETS];
        for (int slot = 0; slot < estimates.length; slot++) {
            if (estimates[slot] > 0 && mayBeFound.test(slot)) {
                inBucket[(int) (estimates[slot] * scale)]++;
            }
        }
        int bucket = BUCKETS - 1;
        for (int size = inBucket[bucket]; size < count && bucket > 0; size += inBucket[bucket]) {
            bucket--;
        }
        int[] near = new int[Arrays.stream(inBucket, bucket, BUCKETS).sum()];
        int size = 0;
        for (int slot = 0; slot < estimates.length; slot++) {
            float estimate = estimates[slot];
            if (estimate > 0 && (int) (estimate * scale) >= bucket && mayBeFound.test(slot)) {
                near[size++] = slot;
            }
        }
        return Arrays.copyOf(near, size);
    }

    /** The k-th best score, or the lowest above 0 where there are fewer. */
    private static float threshold(float[] scores, IntPredicate mayBeFound, int k) {
        float[] heap = new float[k];
        int size = 0;
        float bar = 0;
        for (int slot = 0; slot < scores.length; slot++) {
            float score = scores[slot];
            if (score > bar && mayBeFound.test(slot)) {
                if (size < k) {
                    heap[size++] = score;
                    if (size == k) {
                        Arrays.sort(heap); // an ascending array is a heap
                        bar = heap[0];
                    }
                } else {
                    replaceLowest(heap, score);
                    bar = heap[0];
                }
            }
        }
        return size == k ? bar : Float.MIN_VALUE;
    }

    private static void replaceLowest(float[] heap, float score) {
        int parent = 0;
        int child = 1;
        while (child < heap.length) {
            if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
                child++;
            }
            if (score <= heap[child]) {
                break;
            }
            heap[parent] = heap[child];
            parent = child;
            child = 2 * parent + 1;
        }
        heap[parent] = score;
    }
}
