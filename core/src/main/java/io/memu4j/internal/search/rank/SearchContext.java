package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.ScopeUnits;
import io.memu4j.internal.search.text.TextAnalysis;
import io.memu4j.model.SearchFilter;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.SearchQuery;
import java.util.Set;

/**
 * One search in one scope.
 *
 * @param k at most so many hits
 * @param muted signals that are left out
 */
public record SearchContext(
        ScopeUnits units, SearchQuery query, SearchFilter filter, int k, TextAnalysis analysis, Set<Signal> muted) {
    /** The same for so many hits. */
    SearchContext withK(int hits) {
        return new SearchContext(units, query, filter, hits, analysis, muted);
    }

    /** What to collect its signals' opinions in. */
    ScoreFusion opinions() {
        return new ScoreFusion(muted, query.explain());
    }

    /** Which units the filter lets through. */
    FilterEvaluator eligibility() {
        return new FilterEvaluator(units, filter);
    }
}
