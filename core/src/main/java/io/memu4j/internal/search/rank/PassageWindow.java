package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.Bm25;
import io.memu4j.internal.search.index.LexicalIndex;
import io.memu4j.internal.search.index.PassageOrder;
import io.memu4j.internal.search.index.Postings;
import io.memu4j.internal.search.index.Slots;
import io.memu4j.internal.search.index.WindowLengths;
import io.memu4j.internal.search.vector.Comparison;
import io.memu4j.internal.search.vector.VectorScores;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores a passage together with the turns around it, because an answer often lacks the words of the question that it replies to. The
 * passages of one turn have the same window and the same score. {@link PassageOrder} defines turns.
 */
public final class PassageWindow {
    private final PassageOrder order;
    private final Slots slots;

    public PassageWindow(PassageOrder order, Slots slots) {
        this.order = order;
        this.slots = slots;
    }

    /**
     * Returns the cosine of the query and the mean vector of a turn and its two neighbours. Computed from the dot products of the passages, so
     * that no vectors of windows are stored.
     *
     * @param alone the scores of the single passages, or null
     * @return null exactly when {@code alone} is null
     */
    @Nullable
    public VectorScores vectorScores(@Nullable VectorScores alone) {
        if (alone == null) {
            return null;
        }
        float[] dots = alone.scores();
        float[] turns = new float[dots.length];
        for (int slot = 0; slot < dots.length; slot++) {
            int head = order.head(slot);
            if (head != PassageOrder.NONE) {
                turns[head] += dots[slot];
            }
        }
        float[] scores = new float[dots.length];
        for (int slot = 0; slot < dots.length; slot++) {
            float norm = order.head(slot) == slot ? order.windowNorm(slot) : 0;
            if (norm > 0) {
                scores[slot] = (at(turns, order.before(slot)) + turns[slot] + at(turns, order.after(slot))) / norm;
            }
        }
        sharePerTurn(scores);
        Comparison closer = alone.closer();
        return closer == null
                ? VectorScores.exact(scores)
                : VectorScores.estimated(scores, new WindowComparison(closer, order));
    }

    /** Copies the score of each turn to all of its passages. */
    private void sharePerTurn(float[] scores) {
        for (int slot = 0; slot < scores.length; slot++) {
            int head = order.head(slot);
            if (head != PassageOrder.NONE) {
                scores[slot] = scores[head];
            }
        }
    }

    /**
     * Returns BM25 scores as if a turn and those around it were one text; null without postings.
     *
     * @param reach number of turns on each side
     */
    public float @Nullable [] bm25(List<Postings> query, LexicalIndex words, int reach) {
        if (query.isEmpty()) {
            return null;
        }
        float[] scores = new float[slots.limit()];
        int[] frequencies = new int[scores.length];
        int[] touched = new int[scores.length];
        WindowLengths lengths = order.windowLengths(slots, words, reach);
        for (Postings postings : query) {
            int count = spread(postings, reach, frequencies, touched);
            double idf = Bm25.idf(count, lengths.windows());
            for (int i = 0; i < count; i++) {
                int slot = touched[i];
                scores[slot] +=
                        (float) (idf * Bm25.saturated(frequencies[slot], lengths.terms()[slot], lengths.average()));
                frequencies[slot] = 0;
            }
        }
        sharePerTurn(scores);
        return scores;
    }

    /**
     * Adds up the frequencies of a term per window.
     *
     * @return the number of windows with the term
     */
    private int spread(Postings postings, int reach, int[] frequencies, int[] touched) {
        int count = 0;
        for (int place = 0; place < postings.size(); place++) {
            int frequency = postings.frequency(place);
            int window = order.head(postings.slot(place));
            int behind = 0;
            for (; behind < reach && order.before(window) != PassageOrder.NONE; behind++) {
                window = order.before(window);
            }
            for (int left = behind + reach; left >= 0 && window != PassageOrder.NONE; left--) {
                if (frequencies[window] == 0) {
                    touched[count++] = window;
                }
                frequencies[window] += frequency;
                window = order.after(window);
            }
        }
        return count;
    }

    private static float at(float[] dots, int slot) {
        return slot == PassageOrder.NONE ? 0 : dots[slot];
    }
}
