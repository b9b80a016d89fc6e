package io.memu4j.cli.option;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Reads times of the command line: a date, of UTC, or a date with time and offset. */
final class Times {
    private Times() {}

    /** That moment; of a date its beginning. */
    static ZonedDateTime start(String option, String text) {
        return read(option, text, 0);
    }

    /** That moment; of a date its end. */
    static ZonedDateTime end(String option, String text) {
        return read(option, text, 1);
    }

    private static ZonedDateTime read(String option, String text, int daysAfter) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toZonedDateTime()
                    : LocalDate.parse(text).plusDays(daysAfter).atStartOfDay(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new UsageException(option + " is '" + text
                    + "'. Expected a date such as 2023-05-08 or a time such as 2023-05-08T14:00:00+02:00.");
        }
    }
}
