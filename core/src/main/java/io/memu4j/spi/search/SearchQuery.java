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
 * @param explain whether hits say why they were found
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy per search would be waste
public record SearchQuery(
        OwnerKind kind,
        String text,
        float @Nullable [] vector,
        @Nullable EmbeddingSpace space,
        ZonedDateTime now,
        boolean explain) {
    /** A question whose hits need not say why they were found. */
    public SearchQuery(
            OwnerKind kind, String text, float @Nullable [] vector, @Nullable EmbeddingSpace space, ZonedDateTime now) {
        this(kind, text, vector, space, now, false);
    }

    /** The same question for units of another kind. */
    public SearchQuery of(OwnerKind otherKind) {
        return new SearchQuery(otherKind, text, vector, space, now, explain);
    }

    /** The same question, with hits that say why they were found. */
    public SearchQuery explained() {
        return new SearchQuery(kind, text, vector, space, now, true);
    }

    @Override
    public String toString() {
        return "SearchQuery[" + kind + ", " + text.length() + " characters]";
    }
}
