package io.memu4j.internal.time;

import io.memu4j.model.HappenedAt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fixed expressions counted from the day of speaking, in several languages: yesterday, letzte Woche, 昨天. Listed in a resource. */
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
        boolean ideographic = words.codePoints().anyMatch(c -> Character.isIdeographic(c));
        return ideographic
                ? Pattern.quote(words)
                : "(?<![\\p{L}\\p{N}]|\\blike |\\blike just )" + Pattern.quote(words) + "(?![\\p{L}\\p{N}])";
    }

    private static Map<String, Shift> read() {
        Map<String, Shift> shifts = new LinkedHashMap<>();
        try (InputStream in = DayWords.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The resource " + LIST + " is missing beside " + DayWords.class.getName() + ".");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(line, shifts));
            return shifts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String line, Map<String, Shift> shifts) {
        String[] sides = line.split("=", 2);
        String[] unitAndShift = sides[0].strip().split(" ");
        Shift shift = new Shift(unitAndShift[0], Integer.parseInt(unitAndShift[1]));
        for (String words : sides[1].split(",")) {
            shifts.put(words.strip(), shift);
        }
    }
}
