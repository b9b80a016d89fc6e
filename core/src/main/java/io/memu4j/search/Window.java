package io.memu4j.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a passage fits together with those around it: an answer often lacks the words of the question that it replies to.
 */
final class Window {
    private final PassageOrder order;
    private final Slots slots;

    Window(PassageOrder order, Slots slots) {
        this.order = order;
        this.slots = slots;
    }

    /**
     * The cosine of the query and the mean of the vectors of a passage and its two neighbours, from their dot products: no vector of a window
     * is kept.
     *
     * @param alone of the query and each passage, or null
     */
    @Nullable
    Meaning meaning(@Nullable Meaning alone) {
        if (alone == null) {
            return null;
        }
        float[] dots = alone.scores();
        float[] scores = new float[dots.length];
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            float norm = order.windowNorm(slot);
            if (norm > 0) {
                scores[slot] = (at(dots, order.before(slot)) + dots[slot] + at(dots, order.after(slot))) / norm;
            }
        }
        return alone.isEstimated() ? Meaning.estimated(scores, slot -> exact(alone, slot)) : Meaning.exact(scores);
    }

    private float exact(Meaning alone, int slot) {
        float norm = order.windowNorm(slot);
        int before = order.before(slot);
        int after = order.after(slot);
        float sum = alone.of(slot)
                + (before == PassageOrder.NONE ? 0 : alone.of(before))
                + (after == PassageOrder.NONE ? 0 : alone.of(after));
        return norm > 0 ? sum / norm : 0;
    }

    /**
     * BM25 as if a passage and those around it were one text; null without words.
     *
     * @param reach so many before and as many after
     */
    float @Nullable [] wording(List<Postings> query, LexicalIndex words, int reach) {
        if (query.isEmpty()) {
            return null;
        }
        float[] scores = new float[slots.limit()];
        int[] frequencies = new int[scores.length];
        int[] touched = new int[scores.length];
        WindowLengths lengths = order.windowLengths(slots, words, reach);
        for (Postings postings : query) {
            int count = spread(postings, reach, frequencies, touched);
            double idf = Bm25.idf(count, words.size());
            for (int i = 0; i < count; i++) {
                int slot = touched[i];
                scores[slot] +=
                        (float) (idf * Bm25.saturated(frequencies[slot], lengths.terms()[slot], lengths.average()));
                frequencies[slot] = 0;
            }
        }
        return scores;
    }

    /** Adds up a term's frequencies per window. @return how many windows have it */
    private int spread(Postings postings, int reach, int[] frequencies, int[] touched) {
        int count = 0;
        for (int place = 0; place < postings.size(); place++) {
            int frequency = postings.frequency(place);
            int window = postings.slot(place);
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
