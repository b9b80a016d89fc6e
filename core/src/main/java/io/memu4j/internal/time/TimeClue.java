package io.memu4j.internal.time;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Tells quickly that a text cannot hold a time of one kind, so that most rules need not search it at all. */
interface TimeClue {
    /** A digit. */
    TimeClue DIGIT = lower -> lower.chars().anyMatch(c -> c >= '0' && c <= '9');

    /** Whether there may be such a time; {@code lower} is the text in lower case. */
    boolean in(String lower);

    /** One of those words, in lower case, anywhere. */
    static TimeClue anyOf(String... words) {
        return anyOf(Arrays.asList(words));
    }

    static TimeClue anyOf(Collection<String> words) {
        List<String> lowered = words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        // What begins with another of them is found with it.
        String[] shortest = lowered.stream()
                .filter(word -> lowered.stream().noneMatch(other -> !other.equals(word) && word.startsWith(other)))
                .toArray(String[]::new);
        return lower -> {
            for (String word : shortest) {
                if (lower.contains(word)) {
                    return true;
                }
            }
            return false;
        };
    }

    default TimeClue and(TimeClue other) {
        return lower -> in(lower) && other.in(lower);
    }
}
