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
 * @param asOf the time at which items must hold, or null for {@code now}
 * @param history whether items that do not hold are found too, behind those that took their place
 */
@SuppressWarnings("ArrayRecordComponent") // never compared by value; a copy per search would be waste
public record SearchQuery(
        String text,
        float @Nullable [] vector,
        @Nullable EmbeddingSpace space,
        ZonedDateTime now,
        boolean explain,
        @Nullable ZonedDateTime asOf,
        boolean history) {
    /**
     * Creates a query whose hits are not explained.
     *
     * @param text the question in words
     * @param vector the vector of the question, {@code float[dimension]} of length 1, or null to compare words only
     * @param space the space of {@code vector}; null exactly if that is null
     * @param now the time that "yesterday" refers to, and the zone of local dates
     */
    public SearchQuery(String text, float @Nullable [] vector, @Nullable EmbeddingSpace space, ZonedDateTime now) {
        this(text, vector, space, now, false, null, false);
    }

    /** {@return the time at which items must hold} */
    public ZonedDateTime time() {
        return asOf == null ? now : asOf;
    }

    /** Returns the length of the text only: questions are private. */
    @Override
    public String toString() {
        return "SearchQuery[" + text.length() + " characters]";
    }
}
