package io.memu4j.internal.time;

import io.memu4j.model.HappenedAt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One way of writing a time. */
record TimeRule(TimeClue clue, Search search) {
    private interface Search {
        List<TimeMention> find(String text, @Nullable TimeReference reference);
    }

    /** Whether the text, given in lower case, may hold a time written this way; false is certain. */
    boolean mayApply(String lower) {
        return clue.in(lower);
    }

    /** The times written this way in {@code text}; those that need a day of speaking are left out where {@code reference} is null. */
    List<TimeMention> find(String text, @Nullable TimeReference reference) {
        return search.find(text, reference);
    }

    /** A time that says everything itself; the resolver answers null for what is no time after all. */
    static TimeRule absolute(TimeClue clue, String regex, Function<Matcher, @Nullable HappenedAt> resolver) {
        Pattern pattern = compiled(regex);
        return new TimeRule(clue, (text, reference) -> matches(pattern, text, resolver, false));
    }

    /** A time counted from the day of speaking; the resolver answers null for what is no time after all. */
    static TimeRule relative(
            TimeClue clue, String regex, BiFunction<Matcher, TimeReference, @Nullable HappenedAt> resolver) {
        Pattern pattern = compiled(regex);
        return new TimeRule(
                clue,
                (text, reference) -> reference == null
                        ? List.of()
                        : matches(pattern, text, m -> resolver.apply(m, reference), true));
    }

    private static Pattern compiled(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static List<TimeMention> matches(
            Pattern pattern, String text, Function<Matcher, @Nullable HappenedAt> resolver, boolean relative) {
        List<TimeMention> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            HappenedAt when = resolver.apply(matcher);
            if (when != null) {
                found.add(new TimeMention(matcher.start(), matcher.end(), when, relative));
            }
        }
        return found;
    }
}
