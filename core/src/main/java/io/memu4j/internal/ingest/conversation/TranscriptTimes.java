package io.memu4j.internal.ingest.conversation;

import io.memu4j.internal.ingest.conversation.TranscriptStamp.Clock;
import io.memu4j.internal.ingest.conversation.TranscriptStamp.DateNumbers;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the time stamps of one transcript. Whether the day or the month comes first is told by a number above 12 anywhere in the
 * transcript; without one, the day does, and the month where the clock has twelve hours as in the United States.
 */
final class TranscriptTimes {
    private static final Pattern UTC = Pattern.compile("Z|UTC|GMT");

    private final ZoneId zone;
    private final boolean monthFirst;

    TranscriptTimes(List<TranscriptLine> lines, ZoneId zone) {
        this.zone = zone;
        List<TranscriptStamp> stamps = lines.stream()
                .map(TranscriptLine::stamp)
                .filter(Objects::nonNull)
                .toList();
        List<DateNumbers> dates = stamps.stream()
                .map(TranscriptStamp::date)
                .filter(Objects::nonNull)
                .toList();
        boolean dayFirst = dates.stream().anyMatch(date -> number(date.first()) > 12);
        boolean american = stamps.stream()
                .map(TranscriptStamp::clock)
                .anyMatch(clock -> clock != null && ("AM".equals(clock.half()) || "PM".equals(clock.half())));
        this.monthFirst = !dayFirst && (american || dates.stream().anyMatch(date -> number(date.second()) > 12));
    }

    /** The time of a stamp, or null where there is none, or it names no day or an impossible one. */
    @Nullable
    OffsetDateTime of(@Nullable TranscriptStamp stamp) {
        if (stamp == null || stamp.date() == null || stamp.clock() == null || !isCertain(stamp.date())) {
            return null;
        }
        Clock clock = stamp.clock();
        try {
            LocalDateTime local = local(stamp.date(), clock);
            if (clock.offset() == null) {
                return local.atZone(zone).toOffsetDateTime();
            }
            return local.atOffset(
                    UTC.matcher(clock.offset()).matches() ? ZoneOffset.UTC : ZoneOffset.of(clock.offset()));
        } catch (DateTimeException e) {
            // The message is worth more than its time.
            return null;
        }
    }

    private LocalDateTime local(DateNumbers date, Clock clock) {
        int hour = clock.half() == null
                ? clock.hour()
                : clock.hour() % 12 + (clock.half().equalsIgnoreCase("pm") ? 12 : 0);
        if (date.first().length() == 4) {
            return LocalDateTime.of(
                    number(date.first()),
                    number(date.second()),
                    number(date.third()),
                    hour,
                    clock.minute(),
                    clock.second());
        }
        int year = number(date.third());
        return LocalDateTime.of(
                date.third().length() == 2 ? 2000 + year : year,
                number(monthFirst ? date.first() : date.second()),
                number(monthFirst ? date.second() : date.first()),
                hour,
                clock.minute(),
                clock.second());
    }

    /** One of the outer numbers is the year; of two short ones with a dash either may be. */
    private static boolean isCertain(DateNumbers date) {
        return date.first().length() == 4
                ? date.third().length() <= 2
                : date.first().length() <= 2
                        && (date.third().length() == 4 || (date.third().length() == 2 && date.separator() != '-'));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
