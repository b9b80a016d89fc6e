package io.memu4j.model;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A citable piece of a resource's text: one message, or one paragraph.
 *
 * @param id UUIDv7, lower case
 * @param resourceId the resource it belongs to
 * @param index its place in the source, counted from 0: the number of the message or paragraph; an empty message has a number and no
 *     passage
 * @param part 0, or the number of the piece where one message or paragraph is longer than {@link #MAX_LENGTH}
 * @param speaker name (or role) of who said it, or null for documents
 * @param role the speaker's role, or null for documents
 * @param saidAt when it was said, or null when unknown
 * @param text 1 to {@link #MAX_LENGTH} UTF-16 units
 */
public record Passage(
        String id,
        String resourceId,
        int index,
        int part,
        @Nullable String speaker,
        @Nullable String role,
        @Nullable OffsetDateTime saidAt,
        String text,
        Instant createdAt) {
    /** The longest text of a passage, in UTF-16 units. */
    public static final int MAX_LENGTH = 8_000;

    @Override
    public String toString() {
        return "Passage[" + id + ", " + index + "]";
    }
}
