package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.Postings;
import io.memu4j.internal.search.index.ScopeUnits;
import io.memu4j.internal.search.index.Slots;
import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.index.Units;
import io.memu4j.internal.search.vector.VectorScores;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ranks resources: by their best passages. The caption decides between what is otherwise level, and finds sources of which no passage was
 * found: what a source is about says less than its passages whether the answer is in it.
 */
final class ResourceRanking {
    /** The best passages. */
    private static final double BEST_PASSAGE = 0.96;
    /** Meaning of the caption. */
    private static final double MEANING = 0.02;
    /** Words of the caption and of the name. */
    private static final double WORDS = 0.02;
    /** The second best passage adds so much of its score: two places in a source are better than one. */
    private static final float SECOND = 0.2f;
    /** So many passages speak for their resources. */
    private static final int PASSAGES = 200;

    private ResourceRanking() {}

    static List<SearchHit> search(SearchContext search) {
        SearchQuery query = search.query();
        Units<UnitMetadata.OfResource> resources = search.units().resources();
        List<Postings> words = QuestionScorer.words(query.text(), resources.words(), search.analysis());
        ScoreFusion opinions = search.opinions();
        opinions.addDense(Signal.MEANING, QuestionScorer.meaning(query, resources), MEANING);
        opinions.addLexical(Signal.WORDS, QuestionScorer.wording(words, resources), WORDS);
        opinions.addDense(Signal.BEST_PASSAGE, bestPassages(search), BEST_PASSAGE);
        return opinions.best(resources.slots(), search.eligibility().resources(), search.k());
    }

    private static @Nullable VectorScores bestPassages(SearchContext search) {
        ScopeUnits units = search.units();
        List<SearchHit> hits = PassageRanking.search(search.withK(PASSAGES));
        Slots resources = units.resources().slots();
        float[] best = new float[resources.limit()];
        BitSet seconds = new BitSet();
        for (SearchHit hit : hits) {
            int passage = units.passages().slots().of(hit.id());
            int resource = resources.of(units.passages().facts(passage).resourceId());
            if (resource >= 0) {
                if (best[resource] == 0) {
                    best[resource] = (float) hit.score();
                } else if (!seconds.get(resource)) {
                    best[resource] += SECOND * (float) hit.score();
                    seconds.set(resource);
                }
            }
        }
        return hits.isEmpty() ? null : VectorScores.exact(best);
    }
}
