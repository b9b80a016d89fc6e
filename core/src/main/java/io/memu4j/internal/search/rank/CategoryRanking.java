package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.index.Units;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.SearchHit;
import java.util.List;

/** Ranks categories by the meaning of their summaries, and by the words of name, description and summary. */
final class CategoryRanking {
    private CategoryRanking() {}

    static List<SearchHit> top(RankingRequest request) {
        Units<UnitMetadata.OfCategory> categories = request.units().categories();
        ScoreFusion fusion = request.fusion(SignalWeights.CATEGORIES);
        fusion.addDense(Signal.MEANING, QuestionScorer.vectorScores(request.query(), categories));
        fusion.addLexical(Signal.WORDS, QuestionScorer.bm25(request.question().terms(), categories));
        return fusion.top(categories.slots(), request.filterEvaluator().categories(), request.k());
    }
}
