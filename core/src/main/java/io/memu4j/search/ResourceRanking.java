package io.memu4j.search;

import io.memu4j.spi.search.SearchFilter;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Ranks resources: by their best passage, and by their caption. */
final class ResourceRanking {
    /** The best passage: a caption says what a source is about, a passage whether the answer is in it. */
    private static final double BEST_PASSAGE = 0.6;
    /** Meaning of the caption. */
    private static final double MEANING = 0.2;
    /** Words of the caption and of the name. */
    private static final double WORDS = 0.2;
    /** So many passages speak for their resources. */
    private static final int PASSAGES = 200;

    private ResourceRanking() {}

    static List<SearchHit> search(
            ScopeUnits units, SearchQuery query, SearchFilter filter, int k, TextAnalysis analysis) {
        Units<Facts.OfResource> resources = units.resources();
        List<Postings> words = Question.words(query.text(), resources.words(), analysis);
        Opinions opinions = new Opinions();
        opinions.addDense(Question.meaning(query, resources), MEANING);
        opinions.addLexical(Question.wording(words, resources), WORDS);
        opinions.addLexical(bestPassages(units, query, filter, analysis), BEST_PASSAGE);
        return opinions.best(resources.slots(), mayBeFound(filter, units), k);
    }

    static IntPredicate mayBeFound(SearchFilter filter, ScopeUnits units) {
        if (filter.attributes().isEmpty()) {
            return slot -> true;
        }
        return slot -> units.resources()
                .facts(slot)
                .attributes()
                .entrySet()
                .containsAll(filter.attributes().entrySet());
    }

    private static float @Nullable [] bestPassages(
            ScopeUnits units, SearchQuery query, SearchFilter filter, TextAnalysis analysis) {
        List<SearchHit> hits = PassageRanking.search(units, query, filter, PASSAGES, analysis);
        Slots resources = units.resources().slots();
        float[] best = new float[resources.limit()];
        for (SearchHit hit : hits) {
            int passage = units.passages().slots().of(hit.id());
            int resource = resources.of(units.passages().facts(passage).resourceId());
            if (resource >= 0) {
                best[resource] = Math.max(best[resource], (float) hit.score());
            }
        }
        return hits.isEmpty() ? null : best;
    }
}
