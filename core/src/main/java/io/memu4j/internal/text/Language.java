package io.memu4j.internal.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Holds the word lists of a language. */
public final class Language {
    public static final Language ENGLISH = new Language("en");
    /** Languages that their small words tell apart; English comes first. */
    static final List<Language> SPACED = List.of(
            ENGLISH,
            new Language("de"),
            new Language("fr"),
            new Language("es"),
            new Language("pt"),
            new Language("it"),
            new Language("nl"));

    static final Language CHINESE = new Language("zh");
    static final Language JAPANESE = new Language("ja");

    private final Locale locale;
    private final Set<String> stopWords;
    private final Map<Words, Phrases> phrases = new EnumMap<>(Words.class);

    private Language(String code) {
        this.locale = Locale.forLanguageTag(code);
        Map<String, List<String>> sections = WordLists.read(Language.class, "words-" + code + ".txt");
        this.stopWords = Set.copyOf(sections.getOrDefault("stop", List.of()));
        for (Words words : Words.values()) {
            List<String> alternatives = sections.get(words.name().toLowerCase(Locale.ROOT));
            phrases.put(words, alternatives == null ? Phrases.NONE : new Phrases(alternatives));
        }
    }

    /** Detects the language of {@code text}; English where nothing tells. */
    public static Language of(String text) {
        return LanguageDetector.likeliest(text);
    }

    public Locale locale() {
        return locale;
    }

    public boolean isEnglish() {
        return this == ENGLISH;
    }

    /** Tells whether every noun has a capital. A capital then does not mark a name. */
    public boolean capitalisesNouns() {
        return locale.getLanguage().equals("de");
    }

    /** Tells whether there are no blanks between words. */
    public boolean isUnspaced() {
        return this == CHINESE || this == JAPANESE;
    }

    /** Tells whether there are words for its sentences, and not only those by which it is told. */
    public boolean hasRules() {
        return phrases(Words.FIRST_PERSON) != Phrases.NONE;
    }

    Set<String> stopWords() {
        return stopWords;
    }

    public boolean isStopWord(String lowerCaseWord) {
        return stopWords.contains(lowerCaseWord);
    }

    /**
     * Detects the language of a short text, in which words of {@code cues.txt} tell languages apart that share their small words.
     *
     * @param otherwise the language where nothing tells
     */
    public static Language ofSentence(String text, Language otherwise) {
        Language likely = of(text);
        WordTokens tokens = WordTokens.of(text);
        if (likely.isUnspaced()) {
            return likely;
        }
        boolean english = likely.isEnglish() && likely.knows(tokens);
        Language best = english ? likely : otherwise;
        double most = best.weight(tokens) + (english ? 1 : 0);
        for (Language language : SPACED) {
            double weight = language.weight(tokens);
            if (weight > most) {
                best = language;
                most = weight;
            }
        }
        return best;
    }

    private double weight(WordTokens tokens) {
        long small = tokens.words().stream().filter(stopWords::contains).count();
        int own = Stream.of(Words.FIRST_PERSON, Words.GREETING, Words.OPENING, Words.REPORTED)
                .mapToInt(words -> phrases(words).count(tokens))
                .sum();
        return own
                + small
                + (small > 0 || !isEnglish() ? 1.5 * Cues.in(tokens, this).size() : 0);
    }

    /** Tells whether a text is in this language: one in Latin letters has a small word of it. */
    public boolean knows(WordTokens tokens) {
        return isUnspaced() || tokens.words().stream().anyMatch(stopWords::contains);
    }

    public Phrases phrases(Words words) {
        return phrases.getOrDefault(words, Phrases.NONE);
    }
}
