package io.memu4j.internal.search.vector;

import org.jspecify.annotations.Nullable;

/**
 * How near one question is to the units of one kind in meaning: the cosine. Where there are many units it is at first only estimated, from
 * codes; what looks best is estimated better, and the best of that compared exactly, as is what other signals find. One search, one thread.
 */
public final class VectorScores {
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
    private final @Nullable Comparison closer;

    private VectorScores(float[] scores, @Nullable Comparison closer) {
        this.scores = scores;
        this.closer = closer;
    }

    /** Of scores that are exact, by slot. */
    public static VectorScores exact(float[] scores) {
        return new VectorScores(scores, null);
    }

    /** Of estimates by slot, and what compares single ones better. */
    public static VectorScores estimated(float[] estimates, Comparison closer) {
        return new VectorScores(estimates, closer);
    }

    /** That of the vectors in the block for the query. */
    public static VectorScores of(VectorBlock vectors, float[] query, int slots) {
        SignCodes codes = vectors.codes();
        if (codes == null) {
            return exact(vectors.dots(query, slots));
        }
        return estimated(codes.estimates(query, slots), new CodedComparison(vectors, codes, query, slots));
    }

    /** What compares single units, where the scores are estimates; null where they are exact. */
    @Nullable
    public Comparison closer() {
        return closer;
    }

    /** Exact or estimated, by slot. */
    public float[] scores() {
        return scores;
    }

    /** Has the exact scores of those ready. */
    public void compare(int[] slots) {
        if (closer != null) {
            closer.compare(slots);
        }
    }

    /** The exact score of a slot. */
    public float of(int slot) {
        return closer == null ? scores[slot] : closer.exact(slot);
    }

    /** How many are to be estimated better before the best by that are taken. */
    public int toRefine() {
        return Math.max(REFINED, scores.length / REFINED_SHARE);
    }

    /** How many are to be compared exactly before the best {@code wanted} by that are taken. */
    public int toRescore(int wanted) {
        return Math.max(Math.max(RESCORED, RESCORED_OF_WANTED * wanted), scores.length / RESCORED_SHARE);
    }
}
