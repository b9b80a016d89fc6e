package io.memu4j.internal.time;

import io.memu4j.model.HappenedAt;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Months and years by name: July 2022, in July, last July, 2023年5月, in 2019. */
final class MonthsAndYears {
    private static final String MONTH = "(?<month>" + Months.REGEX + ")";
    private static final String YEAR = "(?<year>(?:19|20)\\d\\d)";
    private static final String IN =
            "(?:in|im|en|em|since|seit|until|till|by|during|around|back in|depuis|desde|à partir de|a|nel|from|of)";

    static final List<TimeRule> RULES = List.of(
            TimeRule.absolute(
                    TimeClue.DIGIT.and(Months.NAMED),
                    "\\b" + MONTH + "\\.?,? (?:of |de |del )?" + YEAR + "\\b",
                    MonthsAndYears::monthOfYear),
            TimeRule.absolute(
                    TimeClue.anyOf("年"),
                    YEAR + "年\\s?(?<m>[01]?\\d)月(?!\\s?\\d)",
                    m -> month(number(m, "year"), number(m, "m"))),
            TimeRule.relative(
                    Months.NAMED,
                    "\\b(?<which>last|this|next|past|coming) " + MONTH + "\\b",
                    MonthsAndYears::whichMonth),
            TimeRule.relative(
                    Months.NAMED,
                    "\\b" + IN + " (?:early |late |mid[- ]|the middle of |(?:the )?(?:beginning|end|start) of )?"
                            + MONTH + "\\b",
                    (m, reference) -> inMonth(m.group("month"), reference)),
            TimeRule.absolute(
                    TimeClue.anyOf("19", "20"),
                    "\\b(?:in|since|seit|until|till|by|during|around|year|en|em|depuis|desde|nel|im jahr|of|from) "
                            + YEAR + "\\b(?![-/.]\\d)",
                    m -> TimeSpans.year(number(m, "year"))),
            TimeRule.absolute(TimeClue.anyOf("年"), YEAR + "年(?!\\s?\\d)", m -> TimeSpans.year(number(m, "year"))));

    private MonthsAndYears() {}

    private static @Nullable HappenedAt monthOfYear(Matcher m) {
        return month(number(m, "year"), Months.number(m.group("month")));
    }

    private static @Nullable HappenedAt month(int year, int month) {
        return month < 1 || month > 12 ? null : TimeSpans.month(YearMonth.of(year, month));
    }

    private static HappenedAt inMonth(String name, TimeReference reference) {
        return TimeSpans.month(reference.nearest(Months.number(name)));
    }

    private static HappenedAt whichMonth(Matcher m, TimeReference reference) {
        int month = Months.number(m.group("month"));
        YearMonth now = YearMonth.from(reference.day());
        YearMonth sameYear = YearMonth.of(now.getYear(), month);
        return switch (TimeWord.direction(m.group("which"))) {
            case -1 -> TimeSpans.month(sameYear.isBefore(now) ? sameYear : sameYear.minusYears(1));
            case 1 -> TimeSpans.month(sameYear.isAfter(now) ? sameYear : sameYear.plusYears(1));
            default -> TimeSpans.month(sameYear);
        };
    }

    private static int number(Matcher m, String group) {
        return Integer.parseInt(m.group(group));
    }
}
