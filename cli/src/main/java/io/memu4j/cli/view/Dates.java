package io.memu4j.cli.view;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people write them. */
final class Dates {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private Dates() {}

    static String of(OffsetDateTime time) {
        return MINUTE.format(time);
    }
}
