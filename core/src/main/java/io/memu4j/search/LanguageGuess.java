package io.memu4j.search;

/** Tells a text's {@link Language} by its script and its function words. */
final class LanguageGuess {
    /** So many letters are looked at. */
    private static final int ENOUGH = 2_000;

    private static final Language[] LATIN = {
        Language.GERMAN, Language.FRENCH, Language.SPANISH, Language.ITALIAN, Language.PORTUGUESE, Language.DUTCH
    };

    private final int[] votes = new int[Language.values().length];
    private final char[] word = new char[24];
    private int wordLength;
    private int latin;
    private int otherScripts;
    private int english;

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
            if (EnglishWords.has(word, wordLength)) {
                english++;
            }
            for (Language language : LATIN) {
                if (language.hasFunctionWord(word, 0, wordLength)) {
                    votes[language.ordinal()]++;
                }
            }
        }
        wordLength = 0;
    }

    /** Another language must show itself twice and more often than English: a wrong guess would hide a text from its question. */
    private Language decide() {
        if (otherScripts > latin / 4) {
            return Language.OTHER;
        }
        Language best = Language.ENGLISH;
        int most = Math.max(1, english);
        for (Language language : LATIN) {
            if (votes[language.ordinal()] > most) {
                most = votes[language.ordinal()];
                best = language;
            }
        }
        return best;
    }
}
