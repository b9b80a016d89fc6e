package io.memu4j.search;

import io.memu4j.spi.search.SearchFilter;
import io.memu4j.spi.search.SearchQuery;
import io.memu4j.spi.search.Signal;
import java.util.Set;

/**
 * One search in one scope.
 *
 * @param k at most so many hits
 * @param muted signals that are left out
 */
record Search(
        ScopeUnits units, SearchQuery query, SearchFilter filter, int k, TextAnalysis analysis, Set<Signal> muted) {
    /** The same for so many hits. */
    Search withK(int hits) {
        return new Search(units, query, filter, hits, analysis, muted);
    }

    /** What to collect its signals' opinions in. */
    Opinions opinions() {
        return new Opinions(muted, query.explain());
    }

    /** Which units the filter lets through. */
    Eligibility eligibility() {
        return new Eligibility(units, filter);
    }
}
