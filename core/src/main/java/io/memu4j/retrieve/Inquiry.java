package io.memu4j.retrieve;

import io.memu4j.spi.search.SearchFilter;
import io.memu4j.spi.search.SearchQuery;

/**
 * A request, ready to be searched with.
 *
 * @param query the question as searched, of any kind
 * @param topK rows per tier
 */
record Inquiry(SearchQuery query, SearchFilter filter, int topK) {
    Inquiry withTopK(int rows) {
        return new Inquiry(query, filter, rows);
    }
}
