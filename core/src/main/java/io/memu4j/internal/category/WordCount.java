package io.memu4j.internal.category;

import io.memu4j.internal.text.Scripts;

/**
 * Counts words as scripts write them. Blanks separate words; an ideograph or a kana counts as a word of its own. Scripts of South-East
 * Asia separate phrases only, so a word is taken to have the average number of signs.
 */
final class WordCount {
    private static final int SIGNS_OF_A_WORD = 5;

    private WordCount() {}

    static int of(String text) {
        int words = 0;
        for (String token : text.split("\\s+")) {
            words += ofToken(token);
        }
        return words;
    }

    /** At least one: a dash between blanks always counted. */
    private static int ofToken(String token) {
        int words = 0;
        int unspaced = 0;
        boolean within = false;
        for (int i = 0; i < token.length(); i = token.offsetByCodePoints(i, 1)) {
            int sign = token.codePointAt(i);
            if (Scripts.isIdeographOrKana(sign)) {
                words++;
                within = false;
            } else if (Scripts.isSouthEastAsian(sign)) {
                unspaced++;
                within = false;
            } else if (Character.isLetterOrDigit(sign) && !within) {
                words++;
                within = true;
            }
        }
        return Math.max(1, words + (unspaced + SIGNS_OF_A_WORD - 1) / SIGNS_OF_A_WORD);
    }
}
