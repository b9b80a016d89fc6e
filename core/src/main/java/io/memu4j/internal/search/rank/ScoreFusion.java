package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.Slots;
import io.memu4j.internal.search.vector.SlotScore;
import io.memu4j.internal.search.vector.VectorScores;
import io.memu4j.retrieve.Signal;
import io.memu4j.retrieve.SignalShare;
import io.memu4j.spi.search.SearchHit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What several signals think of the units of one kind, and what comes out of it: the best of each finding signal are the candidates; each
 * signal's scores are scaled to 0..1 over the candidates, so that weights mean the same for every question; the weighted sum ranks. A
 * signal that has nothing to say is left out.
 */
final class ScoreFusion {
    /** So many of each finding signal's best are candidates; more changes no answer that matters. */
    private static final int NOMINATED = 200;

    private final List<WeightedSignal> opinions = new ArrayList<>();
    private final Set<Signal> muted;
    private final boolean explain;
    private @Nullable IntPredicate favoured;

    /**
     * Makes an empty collection.
     *
     * @param muted signals that are left out
     * @param explain whether hits say what spoke for them
     */
    ScoreFusion(Set<Signal> muted, boolean explain) {
        this.muted = muted;
        this.explain = explain;
    }

    /** Of words: finds candidates; 0 means no word in common, and is the lowest there is. */
    void addLexical(Signal signal, float @Nullable [] scores, double weight) {
        if (scores != null && !muted.contains(signal)) {
            opinions.add(WeightedSignal.ofWords(signal, scores, weight));
        }
    }

    /** Of meaning: finds candidates; the least similar candidate counts as 0, units without a vector too. */
    void addDense(Signal signal, @Nullable VectorScores meaning, double weight) {
        if (meaning != null && !muted.contains(signal)) {
            opinions.add(WeightedSignal.ofMeaning(signal, meaning, weight));
        }
    }

    /** Of circumstances: orders candidates, finds none, is asked for no others; the lowest among them counts as 0. */
    void addPrior(Signal signal, @Nullable SlotScore scores, double weight) {
        if (scores != null && !muted.contains(signal)) {
            opinions.add(WeightedSignal.ofCircumstances(signal, scores, weight));
        }
    }

    /** Of an amount: orders candidates as circumstances do, but 0 is the lowest there is: what is nearly level stays so. */
    void addAmount(Signal signal, SlotScore scores, double weight) {
        if (!muted.contains(signal)) {
            opinions.add(WeightedSignal.ofAmount(signal, scores, weight));
        }
    }

    /** Of an amount that says nothing about the topic: it counts in full among many candidates, and the less the fewer there are. */
    void addHint(Signal signal, @Nullable SlotScore scores, double weight) {
        if (scores != null && !muted.contains(signal)) {
            opinions.add(WeightedSignal.ofHint(signal, scores, weight));
        }
    }

    /** Has the finding signals' best among those units be candidates too, in addition to their best among all. */
    void favour(IntPredicate units) {
        favoured = units;
    }

    /** The best units that may be found, best first, at most {@code k}; scores between 0 and 1. */
    List<SearchHit> best(Slots slots, IntPredicate mayBeFound, int k) {
        int[] candidates = candidates(slots.limit(), mayBeFound, Math.max(k, NOMINATED));
        float[] sums = new float[candidates.length];
        float weights = 0;
        for (WeightedSignal opinion : opinions) {
            weights += opinion.addTo(sums, candidates);
        }
        TopK best = new TopK(Math.min(k, Math.max(1, candidates.length)), slots);
        for (int i = 0; i < candidates.length; i++) {
            best.offer(candidates[i], sums[i]);
        }
        return hits(best, slots, weights);
    }

    private int[] candidates(int slots, IntPredicate mayBeFound, int perSignal) {
        BitSet candidates = new BitSet(slots);
        for (WeightedSignal opinion : opinions) {
            opinion.nominate(mayBeFound, perSignal, candidates);
            if (favoured != null) {
                opinion.nominate(mayBeFound.and(favoured), perSignal, candidates);
            }
        }
        return candidates.stream().toArray();
    }

    private List<SearchHit> hits(TopK best, Slots slots, float weights) {
        List<SearchHit> hits = new ArrayList<>(best.size());
        while (!best.isEmpty()) {
            double score = best.worstScore() / Math.max(weights, Float.MIN_NORMAL);
            int slot = best.pollWorst();
            hits.add(new SearchHit(slots.id(slot), score, explain ? shares(slot, weights) : List.of()));
        }
        Collections.reverse(hits);
        return hits;
    }

    private List<SignalShare> shares(int slot, float weights) {
        List<SignalShare> shares = new ArrayList<>();
        for (WeightedSignal opinion : opinions) {
            double strength = opinion.strength(slot);
            if (strength > 0) {
                shares.add(new SignalShare(opinion.signal(), strength, strength * opinion.weight() / weights));
            }
        }
        shares.sort(Comparator.comparingDouble(SignalShare::share).reversed());
        return shares;
    }
}
