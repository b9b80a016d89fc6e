package io.memu4j.internal.search.vector;

import org.jspecify.annotations.Nullable;

/**
 * The cosine of one query vector with the vectors of all units of one kind. For many units the scores are estimates from sign codes: the
 * best of them are refined, and the best of those compared exactly, as are the candidates of other signals. For one search and one thread.
 */
public final class VectorScores {
    /** The best twentieth of the estimates is refined. With the constants below, the recall of the true best is 99 percent. */
    private static final int REFINED_SHARE = 20;
    /** Minimum number of estimates to refine. */
    private static final int REFINED = 2_000;
    /** Minimum number of refined estimates to compare exactly. */
    private static final int RESCORED = 400;
    /** At least the best 250th of all units is compared exactly. */
    private static final int RESCORED_SHARE = 250;
    /** At least four times the number of wanted hits is compared exactly. */
    private static final int RESCORED_OF_WANTED = 4;

    private final float[] scores;
    private final @Nullable Comparison closer;

    private VectorScores(float[] scores, @Nullable Comparison closer) {
        this.scores = scores;
        this.closer = closer;
    }

    /** Wraps exact scores by slot. */
    public static VectorScores exact(float[] scores) {
        return new VectorScores(scores, null);
    }

    /** Wraps estimates by slot, and the comparison that refines single ones. */
    public static VectorScores estimated(float[] estimates, Comparison closer) {
        return new VectorScores(estimates, closer);
    }

    /** Scores the vectors of a block for a query. */
    public static VectorScores of(VectorBlock vectors, float[] query, int slots) {
        SignCodes codes = vectors.codes();
        if (codes == null) {
            return exact(vectors.dots(query, slots));
        }
        return estimated(codes.estimates(query, slots), new CodedComparison(vectors, codes, query, slots));
    }

    /** Returns the comparison that refines single estimates, or null when the scores are exact. */
    @Nullable
    public Comparison closer() {
        return closer;
    }

    /** Returns the exact or estimated scores, by slot. */
    public float[] scores() {
        return scores;
    }

    /** Computes the exact scores of several slots at once, which is faster than one by one. */
    public void compare(int[] slots) {
        if (closer != null) {
            closer.compare(slots);
        }
    }

    /** Returns the exact score of a slot. */
    public float of(int slot) {
        return closer == null ? scores[slot] : closer.exact(slot);
    }

    /** Returns how many of the best estimates are refined. */
    public int toRefine() {
        return Math.max(REFINED, scores.length / REFINED_SHARE);
    }

    /** Returns how many of the best refined estimates are compared exactly to find the best {@code wanted}. */
    public int toRescore(int wanted) {
        return Math.max(Math.max(RESCORED, RESCORED_OF_WANTED * wanted), scores.length / RESCORED_SHARE);
    }
}
