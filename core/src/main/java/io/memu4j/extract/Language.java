package io.memu4j.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A language with its word lists. */
final class Language {
    static final Language ENGLISH = new Language("en");
    private static final List<Language> LATIN = List.of(
            ENGLISH,
            new Language("de"),
            new Language("fr"),
            new Language("es"),
            new Language("pt"),
            new Language("it"));
    private static final Language CHINESE = new Language("zh");
    private static final Language JAPANESE = new Language("ja");
    private static final Pattern NEVER = Pattern.compile("(?!)");

    private final Locale locale;
    private final Set<String> stopWords;
    private final Map<Words, Pattern> patterns = new EnumMap<>(Words.class);

    private Language(String code) {
        this.locale = Locale.forLanguageTag(code);
        Map<String, List<String>> sections = WordLists.read("words-" + code + ".txt");
        this.stopWords = Set.copyOf(sections.getOrDefault("stop", List.of()));
        for (Words words : Words.values()) {
            List<String> alternatives = sections.get(words.name().toLowerCase(Locale.ROOT));
            if (alternatives != null) {
                patterns.put(words, pattern(alternatives));
            }
        }
    }

    /** The language of {@code text}: by its script, then by its most frequent small words; English where nothing tells. */
    static Language of(String text) {
        if (text.codePoints().anyMatch(c -> isScript(c, Character.UnicodeScript.HIRAGANA))) {
            return JAPANESE;
        }
        if (text.codePoints().anyMatch(c -> isScript(c, Character.UnicodeScript.HAN))) {
            return CHINESE;
        }
        List<String> words = Terms.words(text);
        return LATIN.stream()
                .max(Comparator.comparingLong((Language l) ->
                                words.stream().filter(l.stopWords::contains).count())
                        .thenComparingInt(l -> -LATIN.indexOf(l)))
                .orElse(ENGLISH);
    }

    Locale locale() {
        return locale;
    }

    boolean isEnglish() {
        return this == ENGLISH;
    }

    /** Whether it is written without blanks between words. */
    boolean isUnspaced() {
        return this == CHINESE || this == JAPANESE;
    }

    boolean isStopWord(String lowerCaseWord) {
        return stopWords.contains(lowerCaseWord);
    }

    /** Whether {@code text} has one of those words. */
    boolean has(Words words, String text) {
        return matcher(words, text).find();
    }

    /** How many of those words {@code text} has. */
    long count(Words words, String text) {
        return matcher(words, text).results().count();
    }

    /** A matcher for one of those words, to be asked where it is. */
    Matcher matcher(Words words, String text) {
        return patterns.getOrDefault(words, NEVER).matcher(text);
    }

    private static boolean isScript(int codePoint, Character.UnicodeScript script) {
        return Character.UnicodeScript.of(codePoint) == script;
    }

    private static Pattern pattern(List<String> alternatives) {
        List<String> longestFirst = new ArrayList<>(alternatives);
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        StringBuilder regex = new StringBuilder();
        for (String words : longestFirst) {
            boolean unspaced = words.codePoints().anyMatch(c -> c >= 0x3040 && c <= 0x9FFF);
            String quoted = Pattern.quote(words).replace("'", "\\E['’]\\Q").replace(" ", "\\E\\s+\\Q");
            regex.append(regex.isEmpty() ? "" : "|")
                    .append(unspaced ? quoted : "(?<![\\p{L}\\p{N}'’])" + quoted + "(?![\\p{L}\\p{N}]|['’]\\p{L})");
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
