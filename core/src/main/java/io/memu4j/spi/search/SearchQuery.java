package io.memu4j.spi.search;

import io.memu4j.model.EmbeddingSpace;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A question to a memory.
 *
 * @param text the question in words
 * @param vector the vector of the question, {@code float[dimension]} of length 1, or null to search by words alone; shared, never changed
 * @param space the space of {@code vector}; null exactly when that is null
 * @param now the time that "yesterday" refers to, and the zone of local dates
 * @param explain whether hits list the signals that ranked them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared by value; a copy per search would be waste
public record SearchQuery(
        String text, float @Nullable [] vector, @Nullable EmbeddingSpace space, ZonedDateTime now, boolean explain) {
    /**
     * Creates a query whose hits are not explained.
     *
     * @param text the question in words
     * @param vector the vector of the question, {@code float[dimension]} of length 1, or null to compare words only
     * @param space the space of {@code vector}; null exactly if that is null
     * @param now the time that "yesterday" refers to, and the zone of local dates
     */
    public SearchQuery(String text, float @Nullable [] vector, @Nullable EmbeddingSpace space, ZonedDateTime now) {
        this(text, vector, space, now, false);
    }

    /** Returns the length of the text only: questions are private. */
    @Override
    public String toString() {
        return "SearchQuery[" + text.length() + " characters]";
    }
}
