package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.vector.Comparison;
import io.memu4j.internal.search.vector.SlotScore;
import io.memu4j.internal.search.vector.VectorScores;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Finds the slots with the best scores: all that score no less than the {@code k}-th best, so that what is level is treated alike. A
 * sample of the scores tells about where that is; what reaches it is looked at closer. Sorts nothing.
 */
public final class CandidateSelector {
    /** So finely estimates are told apart. */
    private static final int BUCKETS = 8_192;
    /** One in so many estimates tells about how many reach what. */
    private static final int SAMPLED = 16;
    /** By so many standard deviations more are taken than a sample tells: seldom too few. */
    private static final double DEVIATIONS = 3;

    private static final IntPredicate EVERY = slot -> true;

    private CandidateSelector() {}

    /** Adds to {@code nominated} the slots of the best {@code k} scores above 0 that may be found. */
    public static void of(float[] scores, IntPredicate mayBeFound, int k, BitSet nominated) {
        int[] slots = likely(scores, mayBeFound, k);
        nominate(slots, scores(slots, slot -> scores[slot]), k, nominated);
    }

    /** The same by exact scores, of which only those are asked for that are among the best by estimate. */
    public static void of(VectorScores meaning, IntPredicate mayBeFound, int k, BitSet nominated) {
        Comparison closer = meaning.closer();
        if (closer == null) {
            of(meaning.scores(), mayBeFound, k, nominated);
            return;
        }
        int toRescore = meaning.toRescore(k);
        int[] slots = near(meaning.scores(), mayBeFound, Math.max(toRescore, meaning.toRefine()));
        int[] places = near(scores(slots, closer::refined), EVERY, toRescore);
        for (int i = 0; i < places.length; i++) {
            places[i] = slots[places[i]];
        }
        closer.compare(places);
        nominate(places, scores(places, closer::exact), k, nominated);
    }

    private static void nominate(int[] slots, float[] scores, int k, BitSet nominated) {
        float threshold = threshold(scores, k);
        for (int i = 0; i < slots.length; i++) {
            if (scores[i] >= threshold) {
                nominated.set(slots[i]);
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

    /** The places of about the best {@code count} estimates, hardly fewer: which ones are on the border does not matter. */
    private static int[] near(float[] estimates, IntPredicate mayBeFound, int count) {
        int[] places = likely(estimates, mayBeFound, count);
        if (places.length <= count) {
            return places;
        }
        float[] found = scores(places, place -> estimates[place]);
        float bar = bar(found, count);
        int size = 0;
        for (int i = 0; i < found.length; i++) {
            if (found[i] >= bar) {
                places[size++] = places[i];
            }
        }
        return Arrays.copyOf(places, size);
    }

    /** The places of the best {@code count} scores above 0, and of some more. */
    private static int[] likely(float[] scores, IntPredicate mayBeFound, int count) {
        int[] places = above(likelyBar(scores, mayBeFound, count), scores, mayBeFound);
        return places.length < count ? above(Float.MIN_VALUE, scores, mayBeFound) : places;
    }

    private static int[] above(float bar, float[] estimates, IntPredicate mayBeFound) {
        int[] places = new int[1_024];
        int size = 0;
        for (int place = 0; place < estimates.length; place++) {
            if (estimates[place] >= bar && mayBeFound.test(place)) {
                if (size == places.length) {
                    places = Arrays.copyOf(places, 2 * size);
                }
                places[size++] = place;
            }
        }
        return Arrays.copyOf(places, size);
    }

    /** What about {@code count} estimates reach, rather more than fewer, told from one in so many of them. */
    private static float likelyBar(float[] estimates, IntPredicate mayBeFound, int count) {
        float[] sample = new float[estimates.length / SAMPLED + 1];
        int size = 0;
        for (int place = 0; place < estimates.length; place += SAMPLED) {
            if (estimates[place] > 0 && mayBeFound.test(place)) {
                sample[size++] = estimates[place];
            }
        }
        double expected = (double) count / SAMPLED;
        return bar(Arrays.copyOf(sample, size), (int) (expected + DEVIATIONS * Math.sqrt(expected)));
    }

    /** What about {@code count} of the scores reach, hardly fewer; as good as 0 where there are not so many. */
    private static float bar(float[] scores, int count) {
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

    /** The k-th best score, or the lowest above 0 where there are fewer. */
    private static float threshold(float[] scores, int k) {
        float[] heap = new float[k];
        int size = 0;
        float bar = 0;
        for (float score : scores) {
            if (score > bar) {
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
