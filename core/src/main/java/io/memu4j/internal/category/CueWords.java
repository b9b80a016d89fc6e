package io.memu4j.internal.category;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words that speak for a category. */
final class CueWords {
    static final CueWords NONE = new CueWords(List.of());
    private static final String RESOURCE = "category-cues.txt";
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

    /** The cues of the default categories, by name. */
    static Map<String, CueWords> ofDefaultCategories() {
        Map<String, CueWords> byName = new HashMap<>();
        try (InputStream in = CueWords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The resource " + RESOURCE + " is missing beside " + CueWords.class.getName() + ".");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("=", 2))
                    .forEach(sides -> byName.put(sides[0].strip(), new CueWords(listed(sides[1]))));
            return byName;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a description that say something. */
    static CueWords ofDescription(String description) {
        return new CueWords(Arrays.stream(description.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 3 && !EMPTY_WORDS.contains(word))
                .distinct()
                .toList());
    }

    /** How many different ones {@code text} has. */
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

    private static List<String> listed(String words) {
        return Arrays.stream(words.split(",")).map(String::strip).toList();
    }

    /** Chinese and Japanese words need no boundary. */
    private static String bounded(String word) {
        boolean unspaced = word.codePoints().anyMatch(c -> c >= 0x3040 && c <= 0x9FFF);
        return unspaced ? Pattern.quote(word) : "(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])";
    }
}
