package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.vector.SlotScore;
import io.memu4j.internal.search.vector.VectorScores;
import io.memu4j.retrieve.Signal;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What one signal thinks of the units of one kind.
 *
 * <p>Its scores are used as they are in order, and scaled to 0..1 over the candidates in strength.
 */
final class WeightedSignal {
    /** Among fewer candidates a hint counts less: of three notes not the longest is wanted, but the one that the question is about. */
    private static final int FEW = 20;

    private final Signal signal;
    private final SlotScore scores;
    private final @Nullable VectorScores finds;
    private final float wholeWeight;
    private final boolean fromZero;
    /** From so many candidates on it counts in full. */
    private final int inFull;

    private float weight;
    private float floor;
    private float scale;

    private WeightedSignal(
            Signal signal,
            SlotScore scores,
            @Nullable VectorScores finds,
            double weight,
            boolean fromZero,
            int inFull) {
        this.signal = signal;
        this.scores = scores;
        this.finds = finds;
        this.wholeWeight = (float) weight;
        this.weight = wholeWeight;
        this.fromZero = fromZero;
        this.inFull = inFull;
    }

    /** One whose best are candidates; 0 is the lowest there is. */
    static WeightedSignal ofWords(Signal signal, float[] scores, double weight) {
        return new WeightedSignal(signal, slot -> scores[slot], VectorScores.exact(scores), weight, true, 1);
    }

    /** One whose best are candidates; the lowest score among the candidates counts as nothing. */
    static WeightedSignal ofMeaning(Signal signal, VectorScores meaning, double weight) {
        return new WeightedSignal(signal, meaning::of, meaning, weight, false, 1);
    }

    /** One that finds nothing; the lowest score among the candidates counts as nothing, and 0 says nothing. */
    static WeightedSignal ofCircumstances(Signal signal, SlotScore scores, double weight) {
        return new WeightedSignal(signal, scores, null, weight, false, 1);
    }

    /** One that finds nothing; 0 is the lowest there is. */
    static WeightedSignal ofAmount(Signal signal, SlotScore scores, double weight) {
        return new WeightedSignal(signal, scores, null, weight, true, 1);
    }

    /** The same, but it counts in full only among many candidates. */
    static WeightedSignal ofHint(Signal signal, SlotScore scores, double weight) {
        return new WeightedSignal(signal, scores, null, weight, true, FEW);
    }

    Signal signal() {
        return signal;
    }

    /** As it counts among the candidates that were added up. */
    float weight() {
        return weight;
    }

    /** Adds its best to the candidates. */
    void nominate(IntPredicate mayBeFound, int count, BitSet candidates) {
        if (finds != null) {
            CandidateSelector.of(finds, mayBeFound, count, candidates);
        }
    }

    /** How strongly it spoke for one of the candidates that were added up: 0 to 1. */
    double strength(int slot) {
        return scale == 0 ? 0 : Math.max(0, scores.of(slot) - floor) * scale / weight;
    }

    /**
     * Adds the candidates' scores to {@code sums}, scaled and weighted.
     *
     * @return the weight, or 0 where it has nothing to say about any candidate
     */
    float addTo(float[] sums, int[] candidates) {
        if (finds != null) {
            finds.compare(candidates);
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
        weight = wholeWeight * Math.min(1, (float) candidates.length / inFull);
        floor = fromZero || min == max ? 0 : min;
        scale = weight / (max - floor);
        for (int i = 0; i < own.length; i++) {
            sums[i] += Math.max(0, own[i] - floor) * scale;
        }
        return weight;
    }
}
