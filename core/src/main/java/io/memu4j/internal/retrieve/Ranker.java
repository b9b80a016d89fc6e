package io.memu4j.internal.retrieve;

import io.memu4j.spi.search.SearchHit;
import java.util.List;

/** Chooses the rows of a tier and their order. Called tier by tier; what earlier tiers found may narrow what is looked through. */
interface Ranker {
    /**
     * The best rows of {@code tier}, best first.
     *
     * @param found the rows of the tiers before
     * @return at most {@link PreparedQuery#topK} hits; an id that does not exist is passed over
     */
    List<SearchHit> rank(Tier tier, PreparedQuery inquiry, RetrievedRows found);
}
