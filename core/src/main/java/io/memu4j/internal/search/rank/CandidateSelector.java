package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.vector.Comparison;
import io.memu4j.internal.search.vector.SlotScore;
import io.memu4j.internal.search.vector.VectorScores;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Selects the slots with the best scores: all that score at least as high as the {@code k}-th best, so that equal scores are treated alike.
 * A sample of the scores estimates that threshold, and only the slots above the estimate are examined. Nothing is sorted.
 */
public final class CandidateSelector {
    /** Number of histogram buckets in which scores are counted. */
    private static final int BUCKETS = 8_192;
    /** Sampling interval: every 16th score is inspected to estimate the threshold. */
    private static final int SAMPLED = 16;
    /** Safety margin of the estimated threshold, in standard deviations of the sample: it is seldom too high. */
    private static final double DEVIATIONS = 3;

    private static final IntPredicate EVERY = slot -> true;

    private CandidateSelector() {}

    /** Adds the accepted slots with the best {@code k} scores above 0 to {@code candidates}. */
    public static void of(float[] scores, IntPredicate accepted, int k, BitSet candidates) {
        int[] slots = likely(scores, accepted, k);
        select(slots, scores(slots, slot -> scores[slot]), k, candidates);
    }

    /** Does the same for vectors. Computes exact scores only for the slots with the best estimates. */
    public static void of(VectorScores vectors, IntPredicate accepted, int k, BitSet candidates) {
        Comparison closer = vectors.closer();
        if (closer == null) {
            of(vectors.scores(), accepted, k, candidates);
            return;
        }
        int toRescore = vectors.toRescore(k);
        int[] slots = near(vectors.scores(), accepted, Math.max(toRescore, vectors.toRefine()));
        int[] places = near(scores(slots, closer::refined), EVERY, toRescore);
        for (int i = 0; i < places.length; i++) {
            places[i] = slots[places[i]];
        }
        closer.compare(places);
        select(places, scores(places, closer::exact), k, candidates);
    }

    private static void select(int[] slots, float[] scores, int k, BitSet candidates) {
        float threshold = threshold(scores, k);
        for (int i = 0; i < slots.length; i++) {
            if (scores[i] >= threshold) {
                candidates.set(slots[i]);
            }
        }
    }

    private static float[] scores(int[] slots, SlotScore score) {
        float[] scores = new float[slots.length];
        for (int i = 0; i < slots.length; i++) {
            scores[i] = score.of(slots[i]);
        }
        return scores;
    }

    /** Returns the positions of about the best {@code count} estimates. Which ones are taken near the threshold does not matter. */
    private static int[] near(float[] estimates, IntPredicate accepted, int count) {
        int[] places = likely(estimates, accepted, count);
        if (places.length <= count) {
            return places;
        }
        float[] found = scores(places, place -> estimates[place]);
        float threshold = bucketThreshold(found, count);
        int size = 0;
        for (int i = 0; i < found.length; i++) {
            if (found[i] >= threshold) {
                places[size++] = places[i];
            }
        }
        return Arrays.copyOf(places, size);
    }

    /** Returns the positions of the best {@code count} scores above 0, and of some more. */
    private static int[] likely(float[] scores, IntPredicate accepted, int count) {
        int[] places = above(sampledThreshold(scores, accepted, count), scores, accepted);
        return places.length < count ? above(Float.MIN_VALUE, scores, accepted) : places;
    }

    private static int[] above(float threshold, float[] estimates, IntPredicate accepted) {
        int[] places = new int[1_024];
        int size = 0;
        for (int place = 0; place < estimates.length; place++) {
            if (estimates[place] >= threshold && accepted.test(place)) {
                if (size == places.length) {
                    places = Arrays.copyOf(places, 2 * size);
                }
                places[size++] = place;
            }
        }
        return Arrays.copyOf(places, size);
    }

    /** Estimates from the sample a threshold that {@code count} scores, or some more, reach. */
    private static float sampledThreshold(float[] estimates, IntPredicate accepted, int count) {
        float[] sample = new float[estimates.length / SAMPLED + 1];
        int size = 0;
        for (int place = 0; place < estimates.length; place += SAMPLED) {
            if (estimates[place] > 0 && accepted.test(place)) {
                sample[size++] = estimates[place];
            }
        }
        double expected = (double) count / SAMPLED;
        return bucketThreshold(Arrays.copyOf(sample, size), (int) (expected + DEVIATIONS * Math.sqrt(expected)));
    }

    /** Returns the lower bound of the bucket of the {@code count}-th best score; {@code Float.MIN_VALUE} for fewer scores. */
    private static float bucketThreshold(float[] scores, int count) {
        float top = 0;
        for (float score : scores) {
            top = Math.max(top, score);
        }
        int[] inBucket = new int[BUCKETS];
        float scale = top > 0 ? (BUCKETS - 1) / top : 0;
        for (float score : scores) {
            inBucket[score > 0 ? (int) (score * scale) : 0]++;
        }
        int bucket = BUCKETS - 1;
        for (int size = inBucket[bucket]; size < count && bucket > 0; size += inBucket[bucket]) {
            bucket--;
        }
        return bucket == 0 ? Float.MIN_VALUE : bucket / scale;
    }

    /** Returns the k-th best score; {@code Float.MIN_VALUE} for fewer scores. */
    private static float threshold(float[] scores, int k) {
        float[] heap = new float[k];
        int size = 0;
        float threshold = 0;
        for (float score : scores) {
            if (score > threshold) {
                if (size < k) {
                    heap[size++] = score;
                    if (size == k) {
                        Arrays.sort(heap); // an ascending array is a heap
                        threshold = heap[0];
                    }
                } else {
                    replaceLowest(heap, score);
                    threshold = heap[0];
                }
            }
        }
        return size == k ? threshold : Float.MIN_VALUE;
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
