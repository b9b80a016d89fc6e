package io.memu4j.internal.time;

import io.memu4j.model.HappenedAt;
import io.memu4j.model.HappenedAt.Precision;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** Periods around the day of speaking: last week, this weekend, two months ago, in three days, a few days ago. */
final class Periods {
    private static final String UNIT = "(?<unit>day|week|weekend|month|year)";
    private static final String AGO = "(?: ago| back| before now|\\s+earlier)\\b";

    private static final TimeClue LONG_UNITS = TimeClue.anyOf("week", "month", "year");
    private static final TimeClue UNITS = TimeClue.anyOf("day", "week", "month", "year");
    private static final TimeClue SPAN_AGO = UNITS.and(TimeClue.anyOf(" ago", " back", " before now", "earlier"));

    static final List<TimeRule> RULES = List.of(
            TimeRule.relative(
                    LONG_UNITS,
                    "\\b(?<which>this past|this coming|last|past|previous|this|next|coming) (?<unit>week|weekend|month|year)\\b(?!['’]s\\b|-)",
                    Periods::around),
            TimeRule.relative(
                    TimeClue.anyOf(" before last"),
                    "\\b(?:the )?(?<unit>week|weekend|month|year) before last\\b",
                    (m, reference) -> shifted(m.group("unit"), -2, reference.day())),
            TimeRule.relative(
                    SPAN_AGO,
                    "\\b" + TimeWord.AMOUNT + " " + UNIT + "s?" + AGO,
                    (m, reference) -> shifted(m.group("unit"), -TimeWord.amount(m.group("amount")), reference.day())),
            TimeRule.relative(
                    UNITS.and(TimeClue.anyOf("in ")),
                    "\\bin " + TimeWord.AMOUNT + " " + UNIT + "s?\\b(?! of)",
                    (m, reference) -> ahead(m, reference)),
            TimeRule.relative(
                    SPAN_AGO, "\\b(?:a few|few|some|several) (?<unit>day|week|month|year)s" + AGO, Periods::someAgo),
            TimeRule.relative(
                    TimeClue.anyOf("the other day"),
                    "\\bthe other day\\b",
                    (m, reference) -> some("day", reference.day())));

    private Periods() {}

    /** "This weekend" said on a Monday of what was is the one just past. */
    private static HappenedAt around(Matcher m, TimeReference reference) {
        int by = TimeWord.direction(m.group("which"));
        boolean justPast = by == 0
                && m.group("unit").equalsIgnoreCase("weekend")
                && reference.outlook() == DateDirection.BACK
                && reference.day().getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
        return shifted(m.group("unit"), justPast ? -1 : by, reference.day());
    }

    private static HappenedAt shifted(String unit, int by, LocalDate day) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "day" -> TimeSpans.day(day.plusDays(by));
            case "week" -> TimeSpans.week(day.plusWeeks(by));
            case "weekend" -> TimeSpans.weekend(day.plusWeeks(by));
            case "month" -> TimeSpans.month(YearMonth.from(day).plusMonths(by));
            default -> TimeSpans.year(day.getYear() + by);
        };
    }

    private static HappenedAt ahead(Matcher m, TimeReference reference) {
        return shifted(m.group("unit"), TimeWord.amount(m.group("amount")), reference.day());
    }

    private static HappenedAt someAgo(Matcher m, TimeReference reference) {
        return some(m.group("unit").toLowerCase(Locale.ROOT), reference.day());
    }

    /** "A few" is read as two to six. */
    private static HappenedAt some(String unit, LocalDate day) {
        return switch (unit) {
            case "day" -> TimeSpans.between(day.minusDays(6), day.minusDays(1), Precision.WEEK);
            case "week" -> TimeSpans.between(day.minusWeeks(6), day.minusWeeks(1), Precision.MONTH);
            case "month" -> TimeSpans.between(day.minusMonths(6), day.minusMonths(1), Precision.SEASON);
            default ->
                TimeSpans.between(
                        LocalDate.of(day.getYear() - 6, 1, 1), LocalDate.of(day.getYear() - 1, 1, 1), Precision.YEAR);
        };
    }
}
