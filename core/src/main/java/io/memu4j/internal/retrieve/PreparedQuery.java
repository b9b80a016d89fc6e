package io.memu4j.internal.retrieve;

import io.memu4j.model.SearchFilter;
import io.memu4j.spi.search.SearchQuery;

/**
 * A request, ready to be searched with.
 *
 * @param query the question as searched, of any kind
 * @param topK rows per tier
 */
record PreparedQuery(SearchQuery query, SearchFilter filter, int topK) {
    PreparedQuery withTopK(int rows) {
        return new PreparedQuery(query, filter, rows);
    }
}
