package io.memu4j.internal.search.index;

import java.util.List;

/**
 * Okapi BM25 (Robertson and Zaragoza 2009) with the idf of Lucene, which is never negative. The score of a unit is the sum over the terms of
 * {@code idf * tf / (tf + k1 * (1 - b + b * length / averageLength))}.
 */
public final class Bm25 {
    /** Saturation of the term frequency; the value of Lucene and of most of the literature. */
    static final double K1 = 1.2;
    /** Length normalisation, 0 for none to 1 for full; likewise. */
    static final double B = 0.75;

    private Bm25() {}

    /**
     * Returns the score of every slot for the terms of the given postings; 0 for a slot without any of them.
     *
     * @param slots length of the answer
     */
    public static float[] scores(LexicalIndex words, List<Postings> query, int slots) {
        float[] scores = new float[slots];
        double average = words.averageLength();
        for (Postings postings : query) {
            double idf = idf(postings.size(), words.size());
            for (int place = 0; place < postings.size(); place++) {
                int slot = postings.slot(place);
                scores[slot] += (float) (idf * saturated(postings.frequency(place), words.length(slot), average));
            }
        }
        return scores;
    }

    /** Implemented as {@code log(1 + (units - occurrences + 0.5) / (occurrences + 0.5))}. */
    public static double idf(int occurrences, int units) {
        return Math.log1p((units - occurrences + 0.5) / (occurrences + 0.5));
    }

    /** Implemented as {@code tf / (tf + k1 * (1 - b + b * length / averageLength))}. */
    public static double saturated(double frequency, double length, double averageLength) {
        return frequency / (frequency + K1 * (1 - B + B * length / averageLength));
    }
}
