package io.memu4j.model;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.value.EpochMicros;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list ordered by creation time and id; stores exchange it as text.
 *
 * @param createdAtMicros microseconds since 1970-01-01T00:00Z of the last row seen
 * @param id its id
 */
public record Cursor(long createdAtMicros, String id) {
    private static final Pattern FORM = Pattern.compile("(-?\\d{1,19})_([0-9a-f-]{1,36})");

    /**
     * {@return the place of the row with this creation time, cut to microseconds, and id}
     *
     * @param createdAt when the row was created
     * @param id the id of the row
     */
    public static Cursor at(Instant createdAt, String id) {
        return new Cursor(EpochMicros.of(createdAt), id);
    }

    /**
     * Reads {@link #text()}.
     *
     * @param text what {@link #text()} returned, or null
     * @return the cursor, or null for null
     * @throws InvalidInputException when the text has another form
     */
    public static @Nullable Cursor parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var parts = FORM.matcher(text);
        try {
            if (parts.matches()) {
                return new Cursor(Long.parseLong(parts.group(1)), parts.group(2));
            }
        } catch (NumberFormatException e) {
            throw unusable(e);
        }
        throw unusable(null);
    }

    /** {@return the form handed to callers} */
    public String text() {
        return createdAtMicros + "_" + id;
    }

    private static InvalidInputException unusable(@Nullable Throwable cause) {
        return new InvalidInputException(
                "The page cursor is not usable. Pass the 'next' of the page before, or none for the first page.",
                cause);
    }
}
