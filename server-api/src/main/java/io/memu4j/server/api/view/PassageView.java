package io.memu4j.server.api.view;

import io.memu4j.model.Passage;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A part of the text of a source. */
public record PassageView(
        String id,
        String resourceId,
        int index,
        int part,
        @Nullable String speaker,
        @Nullable String role,
        @Nullable OffsetDateTime saidAt,
        String text) {
    /** The view of a passage. */
    public static PassageView of(Passage passage) {
        return new PassageView(
                passage.id(),
                passage.resourceId(),
                passage.index(),
                passage.part(),
                passage.speaker(),
                passage.role(),
                passage.saidAt(),
                passage.text());
    }
}
