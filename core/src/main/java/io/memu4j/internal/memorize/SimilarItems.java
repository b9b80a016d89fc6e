package io.memu4j.internal.memorize;

import io.memu4j.internal.prompt.TokenEstimate;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.SearchFilter;
import io.memu4j.spi.search.ScopeSearcher;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import io.memu4j.spi.search.SearchSession;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds the items of a memory that are most like a text, by words: no model is called for it.
 *
 * @param wanted whether anybody reads them; rules do not
 * @param now what holds then
 */
record SimilarItems(ScopeStore store, ScopeSearcher searcher, boolean wanted, ZonedDateTime now) {
    private static final int MOST = 8;
    private static final int MOST_TOKENS = 300;
    private static final int LONGEST_QUESTION = 4_000;

    /** Returns the items that hold, the most similar first; empty for a memory that was never written. */
    List<MemoryItem> to(List<Passage> text) {
        if (!wanted) {
            return List.of();
        }
        String words = text.stream().map(Passage::text).collect(Collectors.joining("\n"));
        if (words.isBlank()) {
            return List.of();
        }
        List<String> ids;
        try (SearchSession session = searcher.open(store.scope())) {
            SearchQuery query = new SearchQuery(Texts.truncated(words, LONGEST_QUESTION), null, null, now);
            ids = session.prepare(query).top(OwnerKind.ITEM, SearchFilter.ALL, MOST).stream()
                    .map(SearchHit::id)
                    .toList();
        }
        Map<String, MemoryItem> rows = new HashMap<>();
        store.items(ids).forEach(item -> rows.put(item.id(), item));
        List<MemoryItem> similar = new ArrayList<>();
        int tokens = 0;
        for (String id : ids) {
            MemoryItem item = rows.get(id);
            tokens += item == null ? 0 : TokenEstimate.of(item.summary());
            if (item != null && tokens <= MOST_TOKENS) {
                similar.add(item);
            }
        }
        return similar;
    }
}
