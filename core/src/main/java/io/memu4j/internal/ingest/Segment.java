package io.memu4j.internal.ingest;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A passage before it has an identity; fields as in {@link io.memu4j.model.Passage}. */
public record Segment(
        int index,
        int part,
        @Nullable String speaker,
        @Nullable String role,
        @Nullable OffsetDateTime saidAt,
        String text) {
    @Override
    public String toString() {
        return "Segment[" + index + "." + part + ", " + text.length() + " characters]";
    }
}
