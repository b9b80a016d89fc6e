package io.memu4j.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a passage fits together with the one before and the one after: an answer often lacks the words of the question it replies to.
 */
final class Window {
    private final PassageOrder order;
    private final Slots slots;

    Window(PassageOrder order, Slots slots) {
        this.order = order;
        this.slots = slots;
    }

    /**
     * The cosine of the query and the mean of the three vectors, from the three dot products: no vector of a window is kept.
     *
     * @param dots of the query and each passage, or null
     */
    float @Nullable [] meaning(float @Nullable [] dots) {
        if (dots == null) {
            return null;
        }
        float[] scores = new float[dots.length];
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            float norm = order.windowNorm(slot);
            if (norm > 0) {
                scores[slot] = (at(dots, order.before(slot)) + dots[slot] + at(dots, order.after(slot))) / norm;
            }
        }
        return scores;
    }

    /** BM25 as if the three were one text; null without words. */
    float @Nullable [] wording(List<Postings> query, LexicalIndex words) {
        if (query.isEmpty()) {
            return null;
        }
        float[] scores = new float[slots.limit()];
        int[] frequencies = new int[scores.length];
        int[] touched = new int[scores.length];
        double average = averageLength(words);
        for (Postings postings : query) {
            int count = spread(postings, frequencies, touched);
            double idf = Bm25.idf(count, words.size());
            for (int i = 0; i < count; i++) {
                int slot = touched[i];
                scores[slot] += (float) (idf * Bm25.saturated(frequencies[slot], length(slot, words), average));
                frequencies[slot] = 0;
            }
        }
        return scores;
    }

    /** Adds up a term's frequencies per window. @return how many windows have it */
    private int spread(Postings postings, int[] frequencies, int[] touched) {
        int count = 0;
        for (int place = 0; place < postings.size(); place++) {
            int slot = postings.slot(place);
            int frequency = postings.frequency(place);
            for (int window : new int[] {slot, order.before(slot), order.after(slot)}) {
                if (window != PassageOrder.NONE) {
                    if (frequencies[window] == 0) {
                        touched[count++] = window;
                    }
                    frequencies[window] += frequency;
                }
            }
        }
        return count;
    }

    private int length(int slot, LexicalIndex words) {
        int before = order.before(slot);
        int after = order.after(slot);
        return words.length(slot)
                + (before == PassageOrder.NONE ? 0 : words.length(before))
                + (after == PassageOrder.NONE ? 0 : words.length(after));
    }

    private double averageLength(LexicalIndex words) {
        long total = 0;
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            total += length(slot, words);
        }
        return Math.max(1, (double) total / Math.max(1, slots.size()));
    }

    private static float at(float[] dots, int slot) {
        return slot == PassageOrder.NONE ? 0 : dots[slot];
    }
}
