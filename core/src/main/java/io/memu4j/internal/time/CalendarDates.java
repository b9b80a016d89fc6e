package io.memu4j.internal.time;

import io.memu4j.model.HappenedAt;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Days with a number: 2023-05-08, 8 May 2023, May 8th, 8. Mai, 8.5.2023, 2023年5月8日. */
final class CalendarDates {
    private static final String DAY = "(?<day>[0-3]?\\d)";
    private static final String YEAR = "(?<year>(?:19|20)\\d\\d)";
    private static final String MONTH = "(?<month>" + Months.REGEX + ")";
    private static final String DAY_MONTH =
            "\\b" + DAY + "(?:st|nd|rd|th|\\.|er|º)? (?:of |de |di )?" + MONTH + "\\b\\.?";
    private static final String MONTH_DAY = "\\b" + MONTH + "\\.? (?:the )?" + DAY + "(?:st|nd|rd|th)?(?![\\d:%])";

    private static final TimeClue DAY_AND_MONTH = TimeClue.DIGIT.and(Months.NAMED);

    static final List<TimeRule> RULES = List.of(
            TimeRule.absolute(
                    TimeClue.DIGIT,
                    "\\b(?<year>(?:19|20)\\d\\d)[-/](?<m>[01]?\\d)[-/]" + DAY + "(?!\\d)",
                    CalendarDates::numeric),
            TimeRule.absolute(
                    TimeClue.DIGIT,
                    "\\b" + DAY + "\\.\\s?(?<m>[01]?\\d)\\.\\s?" + YEAR + "\\b",
                    CalendarDates::numeric),
            TimeRule.absolute(
                    TimeClue.anyOf("年"), YEAR + "年\\s?(?<m>[01]?\\d)月\\s?" + DAY + "[日号]", CalendarDates::numeric),
            TimeRule.absolute(DAY_AND_MONTH, DAY_MONTH + ",? (?:de |del |of )?" + YEAR + "\\b", CalendarDates::named),
            TimeRule.absolute(DAY_AND_MONTH, MONTH_DAY + ",? (?:of )?" + YEAR + "\\b", CalendarDates::named),
            TimeRule.relative(DAY_AND_MONTH, DAY_MONTH, CalendarDates::withoutYear),
            TimeRule.relative(DAY_AND_MONTH, MONTH_DAY, CalendarDates::withoutYear),
            TimeRule.relative(
                    TimeClue.anyOf("月"),
                    "(?<!年)(?<![\\d])(?<m>[01]?\\d)月" + DAY + "[日号]",
                    (m, reference) -> inNearestYear(reference, number(m, "m"), number(m, "day"))));

    private CalendarDates() {}

    private static @Nullable HappenedAt numeric(Matcher m) {
        return TimeSpans.day(number(m, "year"), number(m, "m"), number(m, "day"));
    }

    private static @Nullable HappenedAt named(Matcher m) {
        return TimeSpans.day(number(m, "year"), Months.number(m.group("month")), number(m, "day"));
    }

    private static @Nullable HappenedAt withoutYear(Matcher m, TimeReference reference) {
        return inNearestYear(reference, Months.number(m.group("month")), number(m, "day"));
    }

    private static @Nullable HappenedAt inNearestYear(TimeReference reference, int month, int day) {
        if (month < 1 || month > 12) {
            return null;
        }
        YearMonth nearest = reference.nearest(month);
        return TimeSpans.day(nearest.getYear(), month, day);
    }

    private static int number(Matcher m, String group) {
        return Integer.parseInt(m.group(group));
    }
}
