package io.memu4j.search;

import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.analysis.CharArraySet;

/** Tells a text's {@link Language} by its script and its function words. */
final class LanguageGuess {
    /** So many letters are looked at. */
    private static final int ENOUGH = 2_000;

    private static final Map<Language, CharArraySet> FUNCTION_WORDS = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            FUNCTION_WORDS.put(language, language.functionWords());
        }
    }

    private final Map<Language, Integer> votes = new EnumMap<>(Language.class);
    private final char[] word = new char[24];
    private int wordLength;
    private int latin;
    private int otherScripts;

    private LanguageGuess() {}

    /** The language of {@code text}. */
    static Language of(String text) {
        LanguageGuess guess = new LanguageGuess();
        int end = Math.min(text.length(), ENOUGH);
        for (int i = 0; i < end; i++) {
            guess.take(text.charAt(i));
        }
        guess.endWord();
        return guess.decide();
    }

    private void take(char c) {
        if (!Character.isLetter(c)) {
            endWord();
            return;
        }
        if (c < 0x250) {
            latin++;
        } else {
            otherScripts++;
        }
        if (wordLength < word.length) {
            word[wordLength] = Character.toLowerCase(c);
        }
        wordLength++;
    }

    private void endWord() {
        if (wordLength > 1 && wordLength <= word.length) {
            FUNCTION_WORDS.forEach((language, words) -> {
                if (words.contains(word, 0, wordLength)) {
                    votes.merge(language, 1, Integer::sum);
                }
            });
        }
        wordLength = 0;
    }

    /** Another language must show itself twice and more often than English: a wrong guess would hide a text from its question. */
    private Language decide() {
        if (otherScripts > latin / 4) {
            return Language.OTHER;
        }
        Language best = Language.ENGLISH;
        int most = Math.max(1, votes.getOrDefault(best, 0));
        for (Map.Entry<Language, Integer> vote : votes.entrySet()) {
            if (vote.getValue() > most) {
                most = vote.getValue();
                best = vote.getKey();
            }
        }
        return best;
    }
}
