package io.memu4j.internal.search.rank;

import io.memu4j.spi.search.SearchHit;
import java.util.List;

/** Chooses the ranking for a kind of unit. */
public final class KindRanking {
    private KindRanking() {}

    public static List<SearchHit> search(SearchContext search) {
        return switch (search.query().kind()) {
            case PASSAGE -> PassageRanking.search(search);
            case ITEM -> ItemRanking.search(search);
            case CATEGORY -> CategoryRanking.search(search);
            case RESOURCE -> ResourceRanking.search(search);
        };
    }
}
