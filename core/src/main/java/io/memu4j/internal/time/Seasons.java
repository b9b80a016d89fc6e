package io.memu4j.internal.time;

import io.memu4j.model.HappenedAt;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** Seasons: last spring, this summer, in the winter of 2020, summer 2020. A winter is named by the year it starts in. */
final class Seasons {
    private static final String SEASON = "(?<season>spring|summer|autumn|fall|winter)";

    private static final TimeClue NAMED = TimeClue.anyOf("spring", "summer", "autumn", "fall", "winter");

    static final List<TimeRule> RULES = List.of(
            TimeRule.absolute(
                    NAMED.and(TimeClue.DIGIT),
                    "\\b" + SEASON + " (?:of )?(?<year>(?:19|20)\\d\\d)\\b",
                    m -> TimeSpans.season(Integer.parseInt(m.group("year")), firstMonth(m))),
            TimeRule.relative(
                    NAMED, "\\b(?<which>last|past|this past|this|next|coming) " + SEASON + "\\b", Seasons::which));

    private Seasons() {}

    private static HappenedAt which(Matcher m, TimeReference reference) {
        LocalDate day = reference.day();
        int year = day.getYear();
        HappenedAt sameYear = TimeSpans.season(year, firstMonth(m));
        LocalDate start = sameYear.start().toLocalDate();
        LocalDate end = sameYear.end().toLocalDate();
        return switch (TimeWord.direction(m.group("which"))) {
            case -1 -> end.isAfter(day) ? TimeSpans.season(year - 1, firstMonth(m)) : sameYear;
            case 1 -> start.isAfter(day) ? sameYear : TimeSpans.season(year + 1, firstMonth(m));
            default -> sameYear;
        };
    }

    private static int firstMonth(Matcher m) {
        return switch (m.group("season").toLowerCase(Locale.ROOT)) {
            case "spring" -> 3;
            case "summer" -> 6;
            case "winter" -> 12;
            default -> 9;
        };
    }
}
