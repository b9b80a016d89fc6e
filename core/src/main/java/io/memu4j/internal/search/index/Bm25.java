package io.memu4j.internal.search.index;

import java.util.List;

/** Okapi BM25 (Robertson and Zaragoza 2009) with the idf of Lucene, which is never negative. */
public final class Bm25 {
    /** How soon a repeated term stops adding; the value of Lucene and of most of the literature. */
    static final double K1 = 1.2;
    /** How much a long text is held against it; likewise. */
    static final double B = 0.75;

    private Bm25() {}

    /**
     * The score of every slot for the terms with those postings; 0 where none occurs.
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

    public static double idf(int occurrences, int units) {
        return Math.log1p((units - occurrences + 0.5) / (occurrences + 0.5));
    }

    public static double saturated(double frequency, double length, double averageLength) {
        return frequency / (frequency + K1 * (1 - B + B * length / averageLength));
    }
}
