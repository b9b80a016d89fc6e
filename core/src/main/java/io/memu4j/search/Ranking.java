package io.memu4j.search;

import io.memu4j.spi.search.SearchFilter;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import java.util.List;

/** Chooses the ranking for a kind of unit. */
final class Ranking {
    private Ranking() {}

    static List<SearchHit> search(
            ScopeUnits units, SearchQuery query, SearchFilter filter, int k, TextAnalysis analysis) {
        return switch (query.kind()) {
            case PASSAGE -> PassageRanking.search(units, query, filter, k, analysis);
            case ITEM -> ItemRanking.search(units, query, filter, k, analysis);
            case CATEGORY -> CategoryRanking.search(units, query, k, analysis);
            case RESOURCE -> ResourceRanking.search(units, query, filter, k, analysis);
        };
    }
}
