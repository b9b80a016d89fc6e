package io.memu4j.cli.view;

import io.memu4j.model.TimeBound;
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
}
