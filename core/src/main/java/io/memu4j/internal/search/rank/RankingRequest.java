package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.ScopeUnits;
import io.memu4j.model.SearchFilter;
import io.memu4j.spi.search.SearchQuery;

/**
 * One question to the units of one kind.
 *
 * @param k maximum number of hits
 */
record RankingRequest(AnalyzedQuestion question, SearchFilter filter, int k) {
    ScopeUnits units() {
        return question.units();
    }

    SearchQuery query() {
        return question.query();
    }

    /** Returns a fusion without any signal yet. */
    ScoreFusion fusion(SignalWeights weights) {
        return new ScoreFusion(weights, question.muted(), query().explain());
    }

    /** Evaluates the filter on the units of the index. */
    FilterEvaluator filterEvaluator() {
        return new FilterEvaluator(units(), filter);
    }
}
