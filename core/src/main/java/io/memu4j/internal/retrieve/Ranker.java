package io.memu4j.internal.retrieve;

import io.memu4j.spi.search.SearchHit;
import java.util.List;

/** Chooses the rows of a tier and their order. Called tier by tier, by one thread. */
interface Ranker {
    /** Ranks by search, over the whole scope: what an earlier tier missed can still be found. */
    Ranker SEARCH = (tier, task, found) -> task.question().top(tier.kind(), task.filter(), task.most(tier));

    /**
     * Returns the best rows of a tier, best first.
     *
     * @param found the rows of the tiers before
     * @return at most {@link SearchTask#most} hits; ids that do not exist are ignored
     */
    List<SearchHit> rank(Tier tier, SearchTask task, RetrievedRows found);
}
