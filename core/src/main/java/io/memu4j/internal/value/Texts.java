package io.memu4j.internal.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The text rules that several parts must share to agree on what is equal and what can be stored. */
public final class Texts {
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final String FINAL_PUNCTUATION = ".!?;,:\u2026\u3002\uff01\uff1f";

    private Texts() {}

    /**
     * What counts as the same statement: NFKC, lower case, white space collapsed, final punctuation dropped.
     */
    public static String normalized(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String collapsed = WHITE_SPACE.matcher(folded).replaceAll(" ").strip();
        int end = collapsed.length();
        while (end > 0
                && (collapsed.charAt(end - 1) == ' ' || FINAL_PUNCTUATION.indexOf(collapsed.charAt(end - 1)) >= 0)) {
            end--;
        }
        return end == 0 ? collapsed : collapsed.substring(0, end);
    }

    /** {@code text} as every database can hold it: NUL and unpaired surrogates become U+FFFD. */
    public static String storable(String text) {
        if (text.indexOf('\0') < 0 && !hasLoneSurrogate(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isStorable(c) ? c : 0xFFFD));
        return clean.toString();
    }

    /** Whether half of a surrogate pair stands alone in {@code text}. */
    public static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** At most {@code limit} UTF-16 units of {@code text}, never half a surrogate pair. */
    public static String truncated(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end);
    }

    private static boolean isStorable(int codePoint) {
        return codePoint != 0 && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }
}
