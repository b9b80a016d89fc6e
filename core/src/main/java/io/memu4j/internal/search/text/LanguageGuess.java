package io.memu4j.internal.search.text;

import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.analysis.CharArraySet;

/** Tells a text's {@link AnalysisLanguage} by its script and its function words. */
final class LanguageGuess {
    /** So many letters are looked at. */
    private static final int ENOUGH = 2_000;

    private static final Map<AnalysisLanguage, CharArraySet> FUNCTION_WORDS = new EnumMap<>(AnalysisLanguage.class);

    static {
        for (AnalysisLanguage language : AnalysisLanguage.values()) {
            FUNCTION_WORDS.put(language, language.functionWords());
        }
    }

    private final Map<AnalysisLanguage, Integer> votes = new EnumMap<>(AnalysisLanguage.class);
    private final char[] word = new char[24];
    private int wordLength;
    private int latin;
    private int otherScripts;

    private LanguageGuess() {}

    /** The language of {@code text}. */
    static AnalysisLanguage of(String text) {
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
    private AnalysisLanguage decide() {
        if (otherScripts > latin / 4) {
            return AnalysisLanguage.OTHER;
        }
        AnalysisLanguage best = AnalysisLanguage.ENGLISH;
        int most = Math.max(1, votes.getOrDefault(best, 0));
        for (Map.Entry<AnalysisLanguage, Integer> vote : votes.entrySet()) {
            if (vote.getValue() > most) {
                most = vote.getValue();
                best = vote.getKey();
            }
        }
        return best;
    }
}
