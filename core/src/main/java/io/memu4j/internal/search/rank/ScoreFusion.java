package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.Slots;
import io.memu4j.internal.search.vector.SlotScore;
import io.memu4j.internal.search.vector.VectorScores;
import io.memu4j.retrieve.Signal;
import io.memu4j.retrieve.SignalShare;
import io.memu4j.spi.search.SearchHit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Fuses the scores of several signals for the units of one kind. The best units of each selecting signal are the candidates. The scores of
 * each signal are scaled to 0..1 over the candidates, so that its weight means the same for every question, and the weighted sum ranks. A
 * signal that is 0 for all candidates is left out.
 */
final class ScoreFusion {
    /** Candidates taken per selecting signal. Higher values did not change results. */
    private static final int CANDIDATES = 200;

    /** Number of first units among which placed units are. */
    private static final int PLACES = 10;

    private final List<WeightedSignal> signals = new ArrayList<>();
    private final ToDoubleFunction<Signal> weights;
    private final Set<Signal> muted;
    private final boolean explain;
    private @Nullable IntPredicate alsoFrom;
    private @Nullable Signal placing;
    private int[] placed = {};
    /** What the score of a placed unit was raised by, by slot. */
    private final Map<Integer, Float> raised = new HashMap<>();

    /**
     * Makes a fusion without signals.
     *
     * @param weights the weight of each signal
     * @param muted signals that are left out
     * @param explain whether hits list the shares of the signals
     */
    ScoreFusion(ToDoubleFunction<Signal> weights, Set<Signal> muted, boolean explain) {
        this.weights = weights;
        this.muted = muted;
        this.explain = explain;
    }

    /** Adds a signal of words. Selects candidates; 0 means that no term matches. Ignores null. */
    void addLexical(Signal signal, float @Nullable [] scores) {
        if (scores != null && !muted.contains(signal)) {
            signals.add(WeightedSignal.lexical(signal, scores, weights.applyAsDouble(signal)));
        }
    }

    /** Adds a signal of vectors. Selects candidates; the lowest score above 0 among the candidates counts as 0. Ignores null. */
    void addDense(Signal signal, @Nullable VectorScores scores) {
        if (scores != null && !muted.contains(signal)) {
            signals.add(WeightedSignal.dense(signal, scores, weights.applyAsDouble(signal)));
        }
    }

    /** Adds a query-independent signal, which only orders candidates; the lowest score above 0 among them counts as 0. Ignores null. */
    void addPrior(Signal signal, @Nullable SlotScore scores) {
        if (scores != null && !muted.contains(signal)) {
            signals.add(WeightedSignal.prior(signal, scores, weights.applyAsDouble(signal)));
        }
    }

    /** Like {@link #addPrior}, but scaled from 0, so that nearly equal amounts stay nearly equal. */
    void addAmount(Signal signal, SlotScore scores) {
        if (!muted.contains(signal)) {
            signals.add(WeightedSignal.amount(signal, scores, weights.applyAsDouble(signal)));
        }
    }

    /** Like {@link #addAmount}, with a weight that shrinks when there are few candidates. Ignores null. */
    void addHint(Signal signal, @Nullable SlotScore scores) {
        if (scores != null && !muted.contains(signal)) {
            signals.add(WeightedSignal.hint(signal, scores, weights.applyAsDouble(signal)));
        }
    }

    /** Makes the selecting signals take their best units among the given ones as candidates too, besides their best among all. */
    void alsoSelectFrom(IntPredicate units) {
        alsoFrom = units;
    }

    /**
     * Gives units a place among the first {@link #PLACES}: those that others outrank come last there, just above the unit
     * that they displace.
     *
     * @param signal explains the place
     * @param units accepted units, best first
     */
    void place(Signal signal, int[] units) {
        if (!muted.contains(signal)) {
            placing = signal;
            placed = units;
        }
    }

    /** Returns at most {@code k} of the accepted units, best first, with scores between 0 and 1. */
    List<SearchHit> top(Slots slots, IntPredicate accepted, int k) {
        int[] candidates = candidates(slots.limit(), accepted, Math.max(k, CANDIDATES));
        float[] sums = new float[candidates.length];
        float total = 0;
        for (WeightedSignal signal : signals) {
            total += signal.addTo(sums, candidates);
        }
        raisePlaced(candidates, sums);
        TopK best = new TopK(Math.min(k, Math.max(1, candidates.length)), slots);
        for (int i = 0; i < candidates.length; i++) {
            best.offer(candidates[i], sums[i]);
        }
        return hits(best, slots, total);
    }

    private int[] candidates(int slots, IntPredicate accepted, int perSignal) {
        BitSet candidates = new BitSet(slots);
        for (WeightedSignal signal : signals) {
            signal.select(accepted, perSignal, candidates);
            if (alsoFrom != null) {
                signal.select(accepted.and(alsoFrom), perSignal, candidates);
            }
        }
        Arrays.stream(placed).forEach(candidates::set);
        return candidates.stream().toArray();
    }

    private void raisePlaced(int[] candidates, float[] sums) {
        if (placed.length == 0) {
            return;
        }
        float[] ascending = sums.clone();
        Arrays.sort(ascending);
        float displaced = ascending[Math.max(0, ascending.length - 1 - Math.max(0, PLACES - placed.length))];
        for (int i = placed.length - 1; i >= 0; i--) {
            displaced = Math.nextUp(displaced);
            int at = Arrays.binarySearch(candidates, placed[i]);
            if (sums[at] < displaced) {
                raised.put(placed[i], displaced - sums[at]);
                sums[at] = displaced;
            }
        }
    }

    private List<SearchHit> hits(TopK best, Slots slots, float total) {
        List<SearchHit> hits = new ArrayList<>(best.size());
        while (!best.isEmpty()) {
            double score = best.worstScore() / Math.max(total, Float.MIN_NORMAL);
            int slot = best.pollWorst();
            hits.add(new SearchHit(slots.id(slot), score, explain ? shares(slot, total) : List.of()));
        }
        Collections.reverse(hits);
        return hits;
    }

    private List<SignalShare> shares(int slot, float total) {
        List<SignalShare> shares = new ArrayList<>();
        for (WeightedSignal signal : signals) {
            double strength = signal.strength(slot);
            if (strength > 0) {
                shares.add(new SignalShare(signal.signal(), strength, strength * signal.weight() / total));
            }
        }
        Float lift = raised.get(slot);
        if (lift != null && placing != null) {
            shares.add(new SignalShare(placing, 1, lift / total));
        }
        shares.sort(Comparator.comparingDouble(SignalShare::share).reversed());
        return shares;
    }
}
