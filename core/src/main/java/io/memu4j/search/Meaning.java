package io.memu4j.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How near one question is to the units of one kind in meaning: the cosine. Where there are many units it is at first only estimated, from
 * codes; what looks best is estimated better, and the best of that compared exactly, as is what other signals find. One search, one thread.
 */
final class Meaning {
    /** One in so many, the best by estimate, is estimated better; with the numbers below, 99 of 100 of the true best are found. */
    private static final int REFINED_SHARE = 20;
    /** At least so many are. */
    private static final int REFINED = 2_000;
    /** So many of the best by better estimate are compared exactly. */
    private static final int RESCORED = 400;
    /** One in so many, where that is more. */
    private static final int RESCORED_SHARE = 250;
    /** So many times as many as are wanted, where that is more. */
    private static final int RESCORED_OF_WANTED = 4;

    private final float[] scores;
    private final @Nullable SlotScore refined;
    private final @Nullable SlotScore exact;

    private Meaning(float[] scores, @Nullable SlotScore refined, @Nullable SlotScore exact) {
        this.scores = scores;
        this.refined = refined;
        this.exact = exact;
    }

    /** Of scores that are exact, by slot. */
    static Meaning exact(float[] scores) {
        return new Meaning(scores, null, null);
    }

    /** Of estimates by slot, and what tells a better estimate, and the exact score, of one. */
    static Meaning estimated(float[] estimates, SlotScore refined, SlotScore exact) {
        return new Meaning(estimates, refined, exact);
    }

    /** That of the vectors in the block for the query. */
    static Meaning of(VectorBlock vectors, float[] query, int slots) {
        SignCodes codes = vectors.codes();
        if (codes == null) {
            return exact(vectors.dots(query, slots));
        }
        return estimated(
                codes.estimates(query, slots),
                remembering(codes.refined(query), slots),
                remembering(slot -> vectors.dot(query, slot), slots));
    }

    private static SlotScore remembering(SlotScore score, int slots) {
        float[] known = new float[slots];
        Arrays.fill(known, Float.NaN);
        return slot -> {
            if (Float.isNaN(known[slot])) {
                known[slot] = score.of(slot);
            }
            return known[slot];
        };
    }

    boolean isEstimated() {
        return exact != null;
    }

    /** Exact or estimated, by slot. */
    float[] scores() {
        return scores;
    }

    /** The better estimate of a slot, or what is better still. */
    float refined(int slot) {
        return refined == null ? scores[slot] : refined.of(slot);
    }

    /** The exact score of a slot. */
    float of(int slot) {
        return exact == null ? scores[slot] : exact.of(slot);
    }

    /** How many are to be estimated better before the best by that are taken. */
    int toRefine() {
        return Math.max(REFINED, scores.length / REFINED_SHARE);
    }

    /** How many are to be compared exactly before the best {@code wanted} by that are taken. */
    int toRescore(int wanted) {
        return Math.max(Math.max(RESCORED, RESCORED_OF_WANTED * wanted), scores.length / RESCORED_SHARE);
    }
}
