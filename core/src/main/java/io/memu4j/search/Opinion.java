package io.memu4j.search;

/**
 * What one signal thinks of the units of one kind.
 *
 * <p>Its scores are used as they are in order, and scaled to 0..1 over the candidates in strength.
 */
final class Opinion {
    private final SlotScore scores;
    private final float weight;
    private final boolean finds;
    private final boolean fromZero;

    /**
     * Makes an opinion.
     *
     * @param scores 0 for nothing to say
     * @param finds whether its best are candidates
     * @param fromZero whether 0 is the lowest there is; otherwise the lowest score among the candidates counts as nothing
     */
    Opinion(SlotScore scores, double weight, boolean finds, boolean fromZero) {
        this.scores = scores;
        this.weight = (float) weight;
        this.finds = finds;
        this.fromZero = fromZero;
    }

    boolean finds() {
        return finds;
    }

    float score(int slot) {
        return scores.of(slot);
    }

    /**
     * Adds the candidates' scores to {@code sums}, scaled and weighted.
     *
     * @return the weight, or 0 where it has nothing to say about any candidate
     */
    float addTo(float[] sums, int[] candidates) {
        float min = Float.POSITIVE_INFINITY;
        float max = 0;
        for (int slot : candidates) {
            float score = score(slot);
            max = Math.max(max, score);
            if (score != 0) {
                min = Math.min(min, score);
            }
        }
        if (max <= 0) {
            return 0;
        }
        float floor = fromZero || min == max ? 0 : min;
        float scale = weight / (max - floor);
        for (int i = 0; i < candidates.length; i++) {
            sums[i] += Math.max(0, score(candidates[i]) - floor) * scale;
        }
        return weight;
    }
}
