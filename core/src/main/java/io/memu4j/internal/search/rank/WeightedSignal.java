package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.vector.SlotScore;
import io.memu4j.internal.search.vector.VectorScores;
import io.memu4j.retrieve.Signal;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The scores of one signal for the units of one kind, scaled to 0..1 over the candidates and multiplied with a weight. */
final class WeightedSignal {
    /** Number of candidates from which a hint has its full weight. Of three notes, the one on the topic is wanted, not the longest. */
    private static final int FEW = 20;

    private final Signal signal;
    private final SlotScore scores;
    /** Selects candidates; null for a signal that only orders them. */
    private final @Nullable VectorScores selector;

    private final float wholeWeight;
    private final boolean fromZero;
    /** Number of candidates from which the weight is full. */
    private final int fullFrom;

    private float weight;
    private float floor;
    private float scale;

    private WeightedSignal(
            Signal signal,
            SlotScore scores,
            @Nullable VectorScores selector,
            double weight,
            boolean fromZero,
            int fullFrom) {
        this.signal = signal;
        this.scores = scores;
        this.selector = selector;
        this.wholeWeight = (float) weight;
        this.weight = wholeWeight;
        this.fromZero = fromZero;
        this.fullFrom = fullFrom;
    }

    /** Makes a signal that selects candidates, scaled from 0. */
    static WeightedSignal lexical(Signal signal, float[] scores, double weight) {
        return new WeightedSignal(signal, slot -> scores[slot], VectorScores.exact(scores), weight, true, 1);
    }

    /** Makes a signal that selects candidates, scaled from the lowest score among them. */
    static WeightedSignal dense(Signal signal, VectorScores meaning, double weight) {
        return new WeightedSignal(signal, meaning::of, meaning, weight, false, 1);
    }

    /** Makes a signal that only orders candidates, scaled from the lowest score above 0 among them. */
    static WeightedSignal prior(Signal signal, SlotScore scores, double weight) {
        return new WeightedSignal(signal, scores, null, weight, false, 1);
    }

    /** Makes a signal that only orders candidates, scaled from 0. */
    static WeightedSignal amount(Signal signal, SlotScore scores, double weight) {
        return new WeightedSignal(signal, scores, null, weight, true, 1);
    }

    /** Like {@link #amount}, with its full weight only among many candidates. */
    static WeightedSignal hint(Signal signal, SlotScore scores, double weight) {
        return new WeightedSignal(signal, scores, null, weight, true, FEW);
    }

    Signal signal() {
        return signal;
    }

    /** Returns the weight among the candidates last given to {@link #addTo}. */
    float weight() {
        return weight;
    }

    /** Adds the best accepted units to the candidates; none for a signal that only orders. */
    void select(IntPredicate accepted, int count, BitSet candidates) {
        if (selector != null) {
            CandidateSelector.of(selector, accepted, count, candidates);
        }
    }

    /** Returns the scaled score, 0 to 1, of one of the candidates last given to {@link #addTo}. */
    double strength(int slot) {
        return scale == 0 ? 0 : Math.max(0, scores.of(slot) - floor) * scale / weight;
    }

    /**
     * Adds the candidates' scores to {@code sums}, scaled and weighted.
     *
     * @return the weight, or 0 when the score of every candidate is 0
     */
    float addTo(float[] sums, int[] candidates) {
        if (selector != null) {
            selector.compare(candidates);
        }
        float[] own = new float[candidates.length];
        float min = Float.POSITIVE_INFINITY;
        float max = 0;
        for (int i = 0; i < own.length; i++) {
            float score = scores.of(candidates[i]);
            own[i] = score;
            max = Math.max(max, score);
            if (score != 0) {
                min = Math.min(min, score);
            }
        }
        if (max <= 0) {
            return 0;
        }
        weight = wholeWeight * Math.min(1, (float) candidates.length / fullFrom);
        floor = fromZero || min == max ? 0 : min;
        scale = weight / (max - floor);
        for (int i = 0; i < own.length; i++) {
            sums[i] += Math.max(0, own[i] - floor) * scale;
        }
        return weight;
    }
}
