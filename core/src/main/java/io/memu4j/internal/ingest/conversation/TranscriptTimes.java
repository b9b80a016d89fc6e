package io.memu4j.internal.ingest.conversation;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the time stamps of one transcript: ISO 8601, or a date with slashes or dots and a time of day in either order. Whether the day or
 * the month comes first is told by a number above 12 anywhere in the transcript; without one, the day does, and the month where the clock
 * has twelve hours.
 */
final class TranscriptTimes {
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4}|\\d{2})");
    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?+[\\s\u202f]*+([AaPp][Mm])?+");

    private final ZoneId zone;
    private final boolean monthFirst;

    TranscriptTimes(List<TranscriptLine> lines, ZoneId zone) {
        this.zone = zone;
        List<String> stamps = lines.stream()
                .map(TranscriptLine::stamp)
                .filter(Objects::nonNull)
                .toList();
        boolean dayFirst = stamps.stream().anyMatch(s -> isAboveTwelve(s, 1));
        boolean twelveHours =
                stamps.stream().anyMatch(s -> CLOCK.matcher(s).results().anyMatch(m -> m.group(4) != null));
        this.monthFirst = !dayFirst && (twelveHours || stamps.stream().anyMatch(s -> isAboveTwelve(s, 2)));
    }

    /** The time of a stamp, or null where there is none or it names no day. */
    @Nullable
    OffsetDateTime of(@Nullable String stamp) {
        if (stamp == null) {
            return null;
        }
        Matcher date = DATE.matcher(stamp);
        try {
            return date.find() ? local(date, stamp) : MessageTime.ofText(stamp, zone);
        } catch (DateTimeException e) {
            // A stamp in a form we do not know: the message is worth more than its time.
            return null;
        }
    }

    private @Nullable OffsetDateTime local(Matcher date, String stamp) {
        Matcher clock = CLOCK.matcher(stamp);
        if (!clock.find()) {
            return null;
        }
        int first = Integer.parseInt(date.group(1));
        int second = Integer.parseInt(date.group(2));
        int year = Integer.parseInt(date.group(3));
        int hour = Integer.parseInt(clock.group(1));
        if (clock.group(4) != null) {
            hour = hour % 12 + (clock.group(4).equalsIgnoreCase("pm") ? 12 : 0);
        }
        int seconds = clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
        return LocalDateTime.of(
                        year < 100 ? 2000 + year : year,
                        monthFirst ? first : second,
                        monthFirst ? second : first,
                        hour,
                        Integer.parseInt(clock.group(2)),
                        seconds)
                .atZone(zone)
                .toOffsetDateTime();
    }

    private static boolean isAboveTwelve(String stamp, int group) {
        Matcher date = DATE.matcher(stamp);
        return date.find() && Integer.parseInt(date.group(group)) > 12;
    }
}
