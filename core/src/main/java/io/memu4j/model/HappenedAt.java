package io.memu4j.model;

import io.memu4j.error.InvalidInputException;
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
    private static final int MOST_YEARS = 99_999;

    /** The finest unit that is certain. */
    public enum Precision {
        /** A minute of a day. */
        MINUTE,
        /** A day, from midnight to midnight. */
        DAY,
        /** Seven days. */
        WEEK,
        /** A month of the calendar. */
        MONTH,
        /** Three months. */
        SEASON,
        /** One year or more. */
        YEAR;

        /** {@return the name in lower case, as stored and written in results} */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Checks the span.
     *
     * @param start the first moment
     * @param end the first moment after it
     * @param precision how exact the bounds are
     * @throws IllegalArgumentException when the end is not after the start
     * @throws InvalidInputException when it reaches beyond 99,999 years from the year 0
     */
    public HappenedAt {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("The end of a time span must be after its start.");
        }
        if (start.getYear() < -MOST_YEARS || end.getYear() > MOST_YEARS) {
            throw new InvalidInputException(
                    "A time span reaches beyond the years that can be stored. Expected years from " + -MOST_YEARS
                            + " to " + MOST_YEARS + ".");
        }
    }
}
