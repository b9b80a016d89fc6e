package io.memu4j.internal.retrieve;

import io.memu4j.model.SearchFilter;
import io.memu4j.spi.search.PreparedQuestion;

/**
 * A question, ready to be searched with in every tier.
 *
 * @param text the question in words
 * @param question the question as the search session analysed it
 * @param topK maximum number of rows per tier
 */
record SearchTask(String text, PreparedQuestion question, SearchFilter filter, int topK) {
    SearchTask withTopK(int rows) {
        return new SearchTask(text, question, filter, rows);
    }
}
