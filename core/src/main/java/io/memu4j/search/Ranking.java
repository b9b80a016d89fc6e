package io.memu4j.search;

import io.memu4j.spi.search.SearchHit;
import java.util.List;

/** Chooses the ranking for a kind of unit. */
final class Ranking {
    private Ranking() {}

    static List<SearchHit> search(Search search) {
        return switch (search.query().kind()) {
            case PASSAGE -> PassageRanking.search(search);
            case ITEM -> ItemRanking.search(search);
            case CATEGORY -> CategoryRanking.search(search);
            case RESOURCE -> ResourceRanking.search(search);
        };
    }
}
