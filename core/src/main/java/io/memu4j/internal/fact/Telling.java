package io.memu4j.internal.fact;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words of a statement that tell something, in their order: without articles, auxiliaries and what only adds emphasis.
 *
 * @param words in lower case
 */
record Telling(List<String> words) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)?");
    private static final Pattern ENDING = Pattern.compile("(?<=\\p{L}{3})(?:ing|e|s)$");
    private static final Set<String> EMPHASIS = Set.of(
            "really",
            "very",
            "so",
            "quite",
            "absolutely",
            "totally",
            "actually",
            "honestly",
            "also",
            "too",
            "well",
            "oh",
            "yes",
            "yeah",
            "just",
            "simply",
            "definitely",
            "i've",
            "we've",
            "have",
            "has",
            "got",
            "wirklich",
            "sehr",
            "ja",
            "auch",
            "übrigens",
            "echt",
            "total",
            "eigentlich",
            "einfach",
            "hab",
            "habe");

    static Telling of(String statement) {
        return new Telling(WORD.matcher(statement.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .filter(word -> !EMPHASIS.contains(word) && !FactReader.isLight(word))
                .toList());
    }

    /** Returns whether every word is among those of another statement, in some form. */
    boolean addsNothingTo(Telling other) {
        Set<String> known = new HashSet<>();
        other.words.forEach(word -> known.add(stem(word)));
        return words.stream().allMatch(word -> known.contains(stem(word)));
    }

    private static String stem(String word) {
        return ENDING.matcher(word).replaceFirst("");
    }
}
