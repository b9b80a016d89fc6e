package io.memu4j.internal.time;

import io.memu4j.internal.text.Scripts;
import io.memu4j.internal.text.WordLists;
import io.memu4j.model.HappenedAt;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fixed expressions counted from the day of speaking, in several languages: yesterday, letzte Woche, 昨天. */
final class DayWords {
    private static final String LIST = "relative-times.txt";

    static final List<TimeRule> RULES = List.of(rule(read()));

    private DayWords() {}

    private record Shift(String unit, int by) {
        HappenedAt from(LocalDate day) {
            return switch (unit) {
                case "day" -> TimeSpans.day(day.plusDays(by));
                case "week" -> TimeSpans.week(day.plusWeeks(by));
                case "weekend" -> TimeSpans.weekend(day.plusWeeks(by));
                case "month" -> TimeSpans.month(YearMonth.from(day).plusMonths(by));
                case "year" -> TimeSpans.year(day.getYear() + by);
                default -> throw new IllegalStateException("The unit '" + unit + "' in " + LIST + " is unknown.");
            };
        }
    }

    private static TimeRule rule(Map<String, Shift> shifts) {
        String alternatives = shifts.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(DayWords::bounded)
                .collect(Collectors.joining("|"));
        return TimeRule.relative(TimeClue.anyOf(shifts.keySet()), "(?:" + alternatives + ")", (m, reference) -> {
            Shift shift = shifts.get(m.group().toLowerCase(Locale.ROOT));
            return shift == null ? null : shift.from(reference.day());
        });
    }

    /** Chinese and Japanese are written without spaces, so their words need no boundary. */
    private static String bounded(String words) {
        boolean ideographic = Scripts.hasIdeographOrKana(words);
        return ideographic
                ? Pattern.quote(words)
                : "(?<![\\p{L}\\p{N}]|\\blike |\\blike just )" + Pattern.quote(words) + "(?![\\p{L}\\p{N}])";
    }

    private static Map<String, Shift> read() {
        Map<String, Shift> shifts = new LinkedHashMap<>();
        WordLists.read(DayWords.class, LIST).forEach((unitAndShift, expressions) -> {
            String[] parts = unitAndShift.split(" ");
            Shift shift = new Shift(parts[0], Integer.parseInt(parts[1]));
            expressions.forEach(words -> shifts.put(words, shift));
        });
        return shifts;
    }
}
