package io.memu4j.internal.retrieve;

import io.memu4j.model.MemoryScope;
import io.memu4j.spi.search.ScopeSearcher;
import io.memu4j.spi.search.SearchHit;
import java.util.List;

/** Ranks every tier by search, over the whole scope: what an earlier tier missed is not lost. */
final class SearchRanker implements Ranker {
    private final ScopeSearcher searcher;
    private final MemoryScope scope;

    SearchRanker(ScopeSearcher searcher, MemoryScope scope) {
        this.searcher = searcher;
        this.scope = scope;
    }

    @Override
    public List<SearchHit> rank(Tier tier, PreparedQuery inquiry, RetrievedRows found) {
        return searcher.search(scope, inquiry.query().of(tier.kind()), inquiry.filter(), inquiry.topK());
    }
}
