package io.memu4j.spi.search;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.OwnerKind;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param kind which units
 * @param text the question
 * @param vector the question's {@code float[dimension]} unit vector, or null to search by words alone; shared, never changed
 * @param space the space of {@code vector}; null exactly when that is null
 * @param now what "yesterday" refers to, and the zone of local dates
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy per search would be waste
public record SearchQuery(
        OwnerKind kind, String text, float @Nullable [] vector, @Nullable EmbeddingSpace space, ZonedDateTime now) {
    /** The same question for units of another kind. */
    public SearchQuery of(OwnerKind otherKind) {
        return new SearchQuery(otherKind, text, vector, space, now);
    }

    @Override
    public String toString() {
        return "SearchQuery[" + kind + ", " + text.length() + " characters]";
    }
}
