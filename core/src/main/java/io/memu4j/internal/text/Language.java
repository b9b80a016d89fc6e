package io.memu4j.internal.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A language with its word lists. */
public final class Language {
    public static final Language ENGLISH = new Language("en");
    /** Languages told apart by their small words; the first wins where nothing tells. */
    private static final List<Language> SPACED = List.of(
            ENGLISH,
            new Language("de"),
            new Language("fr"),
            new Language("es"),
            new Language("pt"),
            new Language("it"));

    private static final Language CHINESE = new Language("zh");
    private static final Language JAPANESE = new Language("ja");

    private final Locale locale;
    private final Set<String> stopWords;
    private final Map<Words, Phrases> phrases = new EnumMap<>(Words.class);

    private Language(String code) {
        this.locale = Locale.forLanguageTag(code);
        Map<String, List<String>> sections = WordLists.read("words-" + code + ".txt");
        this.stopWords = Set.copyOf(sections.getOrDefault("stop", List.of()));
        for (Words words : Words.values()) {
            List<String> alternatives = sections.get(words.name().toLowerCase(Locale.ROOT));
            phrases.put(words, alternatives == null ? Phrases.NONE : new Phrases(alternatives));
        }
    }

    /** The language of {@code text}: by its script, then by its most frequent small words; English where nothing tells. */
    public static Language of(String text) {
        if (text.codePoints().anyMatch(c -> c >= 0x3040 && c <= 0x30FF)) {
            return JAPANESE;
        }
        if (text.codePoints().anyMatch(Character::isIdeographic)) {
            return CHINESE;
        }
        List<String> words = WordTokens.of(text).words();
        Language best = ENGLISH;
        long most = 0;
        for (Language language : SPACED) {
            long count = words.stream().filter(language.stopWords::contains).count();
            if (count > most) {
                best = language;
                most = count;
            }
        }
        return best;
    }

    public Locale locale() {
        return locale;
    }

    public boolean isEnglish() {
        return this == ENGLISH;
    }

    /** Whether every noun is written with a capital, so that a capital tells no name. */
    public boolean capitalisesNouns() {
        return locale.getLanguage().equals("de");
    }

    /** Whether it is written without blanks between words. */
    public boolean isUnspaced() {
        return this == CHINESE || this == JAPANESE;
    }

    public boolean isStopWord(String lowerCaseWord) {
        return stopWords.contains(lowerCaseWord);
    }

    public Phrases phrases(Words words) {
        return phrases.getOrDefault(words, Phrases.NONE);
    }
}
