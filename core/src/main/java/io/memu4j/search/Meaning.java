package io.memu4j.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How near one question is to the units of one kind in meaning: the cosine. Where there are many units it is at first only estimated, from
 * codes; then what looks best is compared exactly, and so is what other signals find. One search, one thread.
 */
final class Meaning {
    /** So many of the best by estimate are compared exactly; with the share below, 99 of 100 of the true best are among them. */
    private static final int RESCORED = 400;
    /** One in so many. */
    private static final int RESCORED_SHARE = 25;

    private final float[] scores;
    private final @Nullable SlotScore exact;

    private Meaning(float[] scores, @Nullable SlotScore exact) {
        this.scores = scores;
        this.exact = exact;
    }

    /** Of scores that are exact, by slot. */
    static Meaning exact(float[] scores) {
        return new Meaning(scores, null);
    }

    /** Of estimates by slot, and what tells the exact score of one. */
    static Meaning estimated(float[] estimates, SlotScore exact) {
        return new Meaning(estimates, exact);
    }

    /** That of the vectors in the block for the query. */
    static Meaning of(VectorBlock vectors, float[] query, int slots) {
        SignCodes codes = vectors.codes();
        if (codes == null) {
            return exact(vectors.dots(query, slots));
        }
        float[] known = new float[slots];
        Arrays.fill(known, Float.NaN);
        return estimated(codes.estimates(query, slots), slot -> {
            if (Float.isNaN(known[slot])) {
                known[slot] = vectors.dot(query, slot);
            }
            return known[slot];
        });
    }

    boolean isEstimated() {
        return exact != null;
    }

    /** Exact or estimated, by slot. */
    float[] scores() {
        return scores;
    }

    /** The exact score of a slot. */
    float of(int slot) {
        return exact == null ? scores[slot] : exact.of(slot);
    }

    /** How many are to be compared exactly before the best by that are taken. */
    int rescored() {
        return Math.max(RESCORED, scores.length / RESCORED_SHARE);
    }
}
