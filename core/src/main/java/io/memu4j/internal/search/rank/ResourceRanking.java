package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.ScopeUnits;
import io.memu4j.internal.search.index.Slots;
import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.index.Units;
import io.memu4j.internal.search.vector.VectorScores;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.SearchHit;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ranks resources by their best passages. The caption decides between resources that are level otherwise, and finds resources of which no
 * passage was found.
 */
final class ResourceRanking {
    /** Share of its score that the second best passage of a resource adds: two places are better than one. */
    private static final float SECOND = 0.2f;

    private ResourceRanking() {}

    /** @param passages the best passages for the same question and filter */
    static List<SearchHit> top(RankingRequest request, List<SearchHit> passages) {
        Units<UnitMetadata.OfResource> resources = request.units().resources();
        ScoreFusion fusion = request.fusion(SignalWeights.RESOURCES);
        fusion.addDense(Signal.MEANING, QuestionScorer.vectorScores(request.query(), resources));
        fusion.addLexical(Signal.WORDS, QuestionScorer.bm25(request.question().terms(), resources));
        fusion.addDense(Signal.BEST_PASSAGE, bestPassages(request.units(), passages));
        return fusion.top(resources.slots(), request.filterEvaluator().resources(), request.k());
    }

    private static @Nullable VectorScores bestPassages(ScopeUnits units, List<SearchHit> passages) {
        Slots resources = units.resources().slots();
        float[] best = new float[resources.limit()];
        BitSet seconds = new BitSet();
        for (SearchHit hit : passages) {
            int passage = units.passages().slots().of(hit.id());
            int resource = resources.of(units.passages().metadata(passage).resourceId());
            if (resource >= 0) {
                if (best[resource] == 0) {
                    best[resource] = (float) hit.score();
                } else if (!seconds.get(resource)) {
                    best[resource] += SECOND * (float) hit.score();
                    seconds.set(resource);
                }
            }
        }
        return passages.isEmpty() ? null : VectorScores.exact(best);
    }
}
