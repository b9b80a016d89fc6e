package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.Bm25;
import io.memu4j.internal.search.index.LexicalIndex;
import io.memu4j.internal.search.index.Postings;
import io.memu4j.internal.search.index.Units;
import io.memu4j.internal.search.vector.VectorScores;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.spi.search.SearchHit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how likely the best units of one kind speak to the question at all, between 0 and 1, comparable between questions. Scores of
 * hits cannot tell: they are scaled over the candidates, so the best of many useless rows has a high one.
 *
 * <p>A logistic function of three values: the highest cosine among the best ten units; the highest share of the question's idf that one of
 * them covers; and the share of the question's idf that no unit of the scope has. Fitted on eight conversations, each by the other seven
 * ({@code docs/decisions/0067}).
 */
final class Relevance {
    /** Model whose cosines the first function was fitted on; other models are judged by words alone, for their cosines lie elsewhere. */
    private static final String FITTED_MODEL = "bge-small-en-v1.5";

    private static final int BEST = 10;

    private Relevance() {}

    /** @param hits best first */
    static double of(List<SearchHit> hits, RankingRequest request, Units<?> units, @Nullable VectorScores meaning) {
        int[] best = hits.stream()
                .limit(BEST)
                .mapToInt(hit -> units.slots().of(hit.id()))
                .toArray();
        if (best.length == 0) {
            return 0;
        }
        LexicalIndex words = units.words();
        double all = 0;
        double unknown = 0;
        double[] covered = new double[best.length];
        for (String term : request.question().topicTerms().in(words)) {
            List<Postings> found = words.postings(List.of(term));
            double idf = Bm25.idf(found.isEmpty() ? 0 : found.get(0).size(), words.size());
            all += idf;
            unknown += found.isEmpty() ? idf : 0;
            for (int i = 0; i < best.length && !found.isEmpty(); i++) {
                covered[i] += found.get(0).has(best[i]) ? idf : 0;
            }
        }
        double most = 0;
        for (double one : covered) {
            most = Math.max(most, one);
        }
        double coverage = all == 0 ? 0 : most / all;
        double missing = all == 0 ? 0 : unknown / all;
        EmbeddingSpace space = request.query().space();
        return meaning != null && space != null && space.model().startsWith(FITTED_MODEL)
                ? logistic(-17.7 + 26.1 * cosine(best, meaning) + 5.7 * coverage - 3.4 * missing)
                : logistic(0.3 + 6.5 * coverage - 6.5 * missing);
    }

    private static double cosine(int[] best, VectorScores meaning) {
        double cosine = 0;
        for (int slot : best) {
            cosine = Math.max(cosine, meaning.of(slot));
        }
        return cosine;
    }

    private static double logistic(double value) {
        return 1 / (1 + Math.exp(-value));
    }
}
