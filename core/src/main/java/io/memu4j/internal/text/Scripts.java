package io.memu4j.internal.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Tells scripts that put blanks between words from those that do not. */
public final class Scripts {
    private static final Set<UnicodeScript> SOUTH_EAST_ASIAN =
            EnumSet.of(UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);
    /** Every character below is of another script. */
    private static final int FIRST_CJK = 0x1100;

    private Scripts() {}

    /** Whether the character is an ideograph or kana. Chinese and Japanese put no blanks between words. */
    public static boolean isIdeographOrKana(int character) {
        return character >= FIRST_CJK && (Character.isIdeographic(character) || isKana(character));
    }

    /** Whether the character is Chinese, Japanese or Korean. Korean has blanks, but puts endings behind a word without one. */
    public static boolean isCjk(int character) {
        return character >= FIRST_CJK
                && (isIdeographOrKana(character) || UnicodeScript.of(character) == UnicodeScript.HANGUL);
    }

    /** Whether the character is Thai, Lao, Khmer or Burmese. These languages put blanks between phrases only. */
    public static boolean isSouthEastAsian(int character) {
        return SOUTH_EAST_ASIAN.contains(UnicodeScript.of(character));
    }

    /** Whether the text has a character of which {@link #isIdeographOrKana} holds. */
    public static boolean hasIdeographOrKana(String text) {
        return text.codePoints().anyMatch(Scripts::isIdeographOrKana);
    }

    /** Whether the text has a character of which {@link #isCjk} holds. */
    public static boolean hasCjk(String text) {
        return text.codePoints().anyMatch(Scripts::isCjk);
    }

    static boolean hasKana(String text) {
        return text.codePoints().anyMatch(Scripts::isKana);
    }

    private static boolean isKana(int character) {
        return character >= 0x3040 && character <= 0x30FF;
    }
}
