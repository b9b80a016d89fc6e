package io.memu4j.internal.category;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * Counts words as scripts write them: what blanks separate; an ideograph or a sign of kana by itself; and in the scripts of South-East Asia,
 * which separate phrases alone, so many signs as a word has on average.
 */
final class WordCount {
    private static final Set<UnicodeScript> SINGLE =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
    private static final Set<UnicodeScript> UNSPACED =
            Set.of(UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);
    private static final int SIGNS_OF_A_WORD = 5;
    private static final int LONG_VOWEL = 0x30FC;

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
            UnicodeScript script = UnicodeScript.of(sign);
            if (SINGLE.contains(script) || sign == LONG_VOWEL) {
                words++;
                within = false;
            } else if (UNSPACED.contains(script)) {
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
