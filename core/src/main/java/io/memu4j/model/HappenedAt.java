package io.memu4j.model;

import io.memu4j.error.InvalidInputException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
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
    private static final int WEEK = 7;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM y, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM y", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM y", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("y", Locale.ENGLISH);

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

    /**
     * Writes the span in English, as precisely as it is known and no more: "12 May 2026, 14:30", "12 May 2026", "3 to 5 June 2026", "the
     * week of 4 May 2026", "May 2026", "June to August 2026", "2017 to 2021".
     *
     * @return the words, without a preposition
     */
    public String inEnglish() {
        LocalDate first = start.toLocalDate();
        LocalDate last = end.minusNanos(1).toLocalDate();
        return switch (precision) {
            case MINUTE -> MINUTE.format(start);
            case WEEK -> first.plusDays(WEEK - 1).equals(last) ? "the week of " + DAY.format(first) : days(first, last);
            case DAY -> days(first, last);
            case MONTH, SEASON -> joined(MONTH.format(first), " to ", MONTH.format(last));
            case YEAR -> joined(YEAR.format(first), " to ", YEAR.format(last));
        };
    }

    private static String days(LocalDate first, LocalDate last) {
        String between = first.plusDays(1).equals(last) ? " and " : " to ";
        return joined(DAY.format(first), between, DAY.format(last));
    }

    /** The two with what they end with alike written once: "3 to 5 June 2026". */
    private static String joined(String first, String between, String last) {
        if (first.equals(last)) {
            return first;
        }
        int rest = last.indexOf(' ');
        while (rest >= 0 && !first.endsWith(last.substring(rest))) {
            rest = last.indexOf(' ', rest + 1);
        }
        return (rest < 0 ? first : first.substring(0, first.length() - (last.length() - rest))) + between + last;
    }
}
