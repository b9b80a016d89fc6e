package io.memu4j.internal.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the times a text names, as spans of local time: English throughout, dates and common expressions also in German, French, Spanish,
 * Portuguese, Italian, Chinese and Japanese. By rules alone; any thread.
 *
 * <p>Where words leave it open, what was is preferred to what comes, unless the sentence looks ahead ("will", "next", "can't wait").
 */
public final class TimeExpressions {
    private static final List<TimeRule> RULES = Stream.of(
                    CalendarDates.RULES,
                    MonthsAndYears.RULES,
                    Seasons.RULES,
                    Weekdays.RULES,
                    Periods.RULES,
                    DayWords.RULES)
            .flatMap(List::stream)
            .toList();

    private TimeExpressions() {}

    /**
     * The times in {@code text}, in its order, none overlapping another: the absolute and then the longer
     * expression wins.
     *
     * @param spoken the local day of speaking, or null when unknown: then only times that need none are found
     */
    public static List<TimeMention> find(String text, @Nullable LocalDate spoken) {
        return spoken == null ? found(text, rules(text), null) : find(text, spoken, spoken);
    }

    /**
     * The same for a question on what was said before.
     *
     * @param latest the day by which a date without a year is placed: that of the last thing said
     */
    public static List<TimeMention> find(String text, LocalDate spoken, LocalDate latest) {
        List<TimeRule> rules = rules(text);
        return rules.isEmpty()
                ? List.of()
                : found(text, rules, new TimeReference(spoken, DateDirection.of(text), latest));
    }

    /** The rules that may find something. */
    private static List<TimeRule> rules(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return RULES.stream().filter(rule -> rule.mayApply(lower)).toList();
    }

    private static List<TimeMention> found(String text, List<TimeRule> rules, @Nullable TimeReference reference) {
        List<TimeMention> candidates = new ArrayList<>();
        for (TimeRule rule : rules) {
            candidates.addAll(rule.find(text, reference));
        }
        candidates.sort(Comparator.comparing(TimeMention::relative)
                .thenComparingInt(m -> m.start() - m.end())
                .thenComparingInt(TimeMention::start));
        List<TimeMention> kept = new ArrayList<>();
        for (TimeMention candidate : candidates) {
            if (kept.stream().noneMatch(k -> k.start() < candidate.end() && candidate.start() < k.end())) {
                kept.add(candidate);
            }
        }
        kept.sort(Comparator.comparingInt(TimeMention::start));
        return List.copyOf(kept);
    }

    /** The most precise time in {@code text}, the first of several; parameters as in {@link #find}. */
    public static Optional<TimeMention> mostPrecise(String text, @Nullable LocalDate spoken) {
        return find(text, spoken).stream()
                .min(Comparator.comparing(m -> m.when().precision()));
    }
}
