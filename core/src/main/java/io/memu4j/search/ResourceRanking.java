package io.memu4j.search;

import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import io.memu4j.spi.search.Signal;
import java.util.List;
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

    static List<SearchHit> search(Search search) {
        SearchQuery query = search.query();
        Units<Facts.OfResource> resources = search.units().resources();
        List<Postings> words = Question.words(query.text(), resources.words(), search.analysis());
        Opinions opinions = search.opinions();
        opinions.addDense(Signal.MEANING, Question.meaning(query, resources), MEANING);
        opinions.addLexical(Signal.WORDS, Question.wording(words, resources), WORDS);
        opinions.addLexical(Signal.BEST_PASSAGE, bestPassages(search), BEST_PASSAGE);
        return opinions.best(resources.slots(), search.eligibility().resources(), search.k());
    }

    private static float @Nullable [] bestPassages(Search search) {
        ScopeUnits units = search.units();
        List<SearchHit> hits = PassageRanking.search(search.withK(PASSAGES));
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
