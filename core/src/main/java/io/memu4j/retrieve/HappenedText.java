package io.memu4j.retrieve;

import io.memu4j.model.HappenedAt;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes when something happened: the whole range, as precisely as it is known. */
final class HappenedText {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("yyyy", Locale.ROOT);
    private static final DateTimeFormatter SPELLED_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SPELLED_MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private HappenedText() {}

    /** Returns the range, such as "2017 to 2021" or "2023-05-07". */
    static String of(HappenedAt when) {
        DateTimeFormatter format =
                switch (when.precision()) {
                    case MINUTE -> MINUTE;
                    case DAY, WEEK -> DAY;
                    case MONTH, SEASON -> MONTH;
                    case YEAR -> YEAR;
                };
        String first = format.format(when.start());
        String last = format.format(last(when));
        return first.equals(last) || when.precision() == HappenedAt.Precision.MINUTE ? first : first + " to " + last;
    }

    /** Tells whether a text names the range itself. */
    static boolean isIn(String text, HappenedAt when) {
        LocalDate first = when.start().toLocalDate();
        LocalDate last = last(when).toLocalDate();
        return text.contains(of(when))
                || switch (when.precision()) {
                    case MINUTE, DAY -> first.equals(last) && text.contains(SPELLED_DAY.format(first));
                    case WEEK -> false;
                    case MONTH -> text.contains(SPELLED_MONTH.format(first));
                    case SEASON, YEAR ->
                        text.contains(Integer.toString(first.getYear()))
                                && text.contains(Integer.toString(last.getYear()));
                };
    }

    private static LocalDateTime last(HappenedAt when) {
        return when.end().minusNanos(1);
    }
}
