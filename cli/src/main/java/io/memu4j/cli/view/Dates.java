package io.memu4j.cli.view;

import io.memu4j.model.HappenedAt;
import io.memu4j.model.TimeBound;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people write them. */
final class Dates {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private Dates() {}

    static String of(OffsetDateTime time) {
        return MINUTE.format(time);
    }

    /** The day of a time. */
    static String dayOf(OffsetDateTime time) {
        return DAY.format(time);
    }

    /** The day, month or year of a moment, as precise as it is known; of a minute, the day. */
    static String of(TimeBound moment) {
        return switch (moment.precision()) {
            case MINUTE, DAY -> DAY.format(moment.at());
            case WEEK -> "week of " + DAY.format(moment.at());
            case MONTH, SEASON -> MONTH.format(moment.at());
            case YEAR -> String.valueOf(moment.at().getYear());
        };
    }

    /** As precise as it is known, and no more. */
    static String of(HappenedAt happened) {
        LocalDateTime start = happened.start();
        return switch (happened.precision()) {
            case MINUTE -> MINUTE.format(start);
            case DAY -> days(happened);
            case WEEK -> "week of " + DAY.format(start);
            case MONTH -> months(happened);
            case SEASON -> MONTH.format(start) + " to " + MONTH.format(last(happened));
            case YEAR -> years(happened);
        };
    }

    private static String days(HappenedAt happened) {
        String first = DAY.format(happened.start());
        String last = DAY.format(last(happened));
        return first.equals(last) ? first : first + " to " + last;
    }

    private static String months(HappenedAt happened) {
        String first = MONTH.format(happened.start());
        String last = MONTH.format(last(happened));
        return first.equals(last) ? first : first + " to " + last;
    }

    private static String years(HappenedAt happened) {
        int first = happened.start().getYear();
        int last = last(happened).getYear();
        return first == last ? String.valueOf(first) : first + " to " + last;
    }

    private static LocalDateTime last(HappenedAt happened) {
        return happened.end().minusSeconds(1);
    }
}
