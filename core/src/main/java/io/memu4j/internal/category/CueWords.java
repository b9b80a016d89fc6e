package io.memu4j.internal.category;

import io.memu4j.internal.text.Scripts;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words that point to a category. */
final class CueWords {
    static final CueWords NONE = new CueWords(List.of());
    private static final Set<String> EMPTY_WORDS = Set.of(
            "what", "they", "their", "that", "this", "with", "from", "about", "person", "does", "lived", "through",
            "works", "towards", "user", "things", "past", "every", "world");

    private final List<String> words;
    private final Pattern pattern;

    private CueWords(Collection<String> words) {
        this.words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        this.pattern = Pattern.compile(
                words.isEmpty() ? "(?!)" : words.stream().map(CueWords::bounded).collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Takes the words of a description that have a meaning of their own. */
    static CueWords ofDescription(String description) {
        return new CueWords(Arrays.stream(description.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 3 && !EMPTY_WORDS.contains(word))
                .distinct()
                .toList());
    }

    /** Counts the different words found in {@code text}. */
    long countIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (words.stream().noneMatch(lower::contains)) {
            return 0; // most texts: the pattern tries every word at every place
        }
        return pattern.matcher(text)
                .results()
                .map(m -> m.group().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
    }

    /** Chinese and Japanese words need no boundary. */
    private static String bounded(String word) {
        boolean unspaced = Scripts.hasIdeographOrKana(word);
        return unspaced ? Pattern.quote(word) : "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])";
    }
}
