package io.memu4j.model;

import java.time.LocalDateTime;
import java.util.Locale;

/**
 * When something happened, as precisely as the text says, in local time.
 *
 * @param start first moment
 * @param end first moment after it; later than {@code start}
 * @param precision how precisely the text gave it
 */
public record HappenedAt(LocalDateTime start, LocalDateTime end, Precision precision) {
    /** The finest unit that is certain. */
    public enum Precision {
        MINUTE,
        DAY,
        WEEK,
        MONTH,
        SEASON,
        YEAR;

        /** The name in lower case, as stored and written in results. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public HappenedAt {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("The end of a time span must be after its start.");
        }
    }
}
