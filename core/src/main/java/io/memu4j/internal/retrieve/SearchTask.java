package io.memu4j.internal.retrieve;

import io.memu4j.model.SearchFilter;
import io.memu4j.spi.search.PreparedQuestion;

/**
 * A question, ready to be searched with in every tier.
 *
 * @param text the question in words
 * @param question the question as the search session analysed it
 * @param topK maximum number of rows per tier
 * @param rows how many rows are kept for a prompt
 */
record SearchTask(String text, PreparedQuestion question, SearchFilter filter, int topK, KeptRows rows) {
    SearchTask withTopK(int most) {
        return new SearchTask(text, question, filter, most, KeptRows.NONE);
    }

    /** Returns the maximum number of rows of a tier, with those that only a prompt shows. */
    int most(Tier tier) {
        return Math.max(topK, rows.of(tier));
    }
}
