package io.memu4j.internal.time;

import io.memu4j.model.HappenedAt;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** Days of the week: last Friday, on Friday, this coming Friday. "Fridays" and a bare "Friday" are no dates. */
final class Weekdays {
    private static final String DAY =
            "(?<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)";

    private static final TimeClue NAMED = TimeClue.anyOf("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    static final List<TimeRule> RULES = List.of(
            TimeRule.relative(
                    NAMED,
                    "\\b(?<which>this coming|this past|last|past|previous|next|coming|upcoming) " + DAY + "\\b",
                    Weekdays::which),
            TimeRule.relative(NAMED, "\\b(?<which>on|this|by|until|till) " + DAY + "\\b(?!s)", Weekdays::nearest));

    private Weekdays() {}

    private static HappenedAt which(Matcher m, TimeReference reference) {
        return TimeWord.direction(m.group("which")) < 0 ? before(m, reference) : after(m, reference);
    }

    private static HappenedAt nearest(Matcher m, TimeReference reference) {
        if (reference.outlook() == DateDirection.AHEAD || m.group("which").matches("(?i)by|until|till")) {
            return TimeSpans.day(reference.day().with(TemporalAdjusters.nextOrSame(day(m))));
        }
        return TimeSpans.day(reference.day().with(TemporalAdjusters.previousOrSame(day(m))));
    }

    private static HappenedAt before(Matcher m, TimeReference reference) {
        return TimeSpans.day(reference.day().with(TemporalAdjusters.previous(day(m))));
    }

    private static HappenedAt after(Matcher m, TimeReference reference) {
        LocalDate next = reference.day().with(TemporalAdjusters.next(day(m)));
        return TimeSpans.day(next);
    }

    private static DayOfWeek day(Matcher m) {
        String start = m.group("day").substring(0, 3).toUpperCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(start))
                .findFirst()
                .orElseThrow();
    }
}
