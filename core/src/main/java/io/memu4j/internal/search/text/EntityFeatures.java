package io.memu4j.internal.search.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a text names. A name is a word with a capital within a sentence: "Lisbon", "Tuesday", "Bach"; at the beginning of one, every word
 * has a capital, and a word of capitals alone is an abbreviation, or shouted. Scripts without capitals have no names here. What an
 * address on the web is made of names nothing.
 *
 * @param names different ones in lower case, at most {@link #MOST_NAMES}
 * @param numbers how many numbers in figures
 * @param tellsTime whether it has a word or a year that tells of a time
 */
public record EntityFeatures(List<String> names, int numbers, boolean tellsTime) {
    /** Nothing in particular. */
    public static final EntityFeatures NONE = new EntityFeatures(List.of(), 0, false);

    /** Enough to tell names of others from those of the ones who speak. */
    static final int MOST_NAMES = 4;

    /** After these another sentence begins. */
    private static final String ENDS = ".!?:\n]\u2026";

    private static final String ADDRESS = "://";
    private static final int DIGITS_OF_A_YEAR = 4;

    public static EntityFeatures of(String text) {
        Set<String> names = new LinkedHashSet<>();
        int numbers = 0;
        boolean tellsTime = TimeWords.anyUnspacedIn(text);
        boolean begins = true;
        char[] chars = text.toCharArray();
        int end;
        for (int at = 0; at < chars.length; at = end) {
            char first = chars[at];
            end = at + 1;
            if (Character.isLetter(first)) {
                end = endOfWord(chars, end);
                if (!begins && names.size() < MOST_NAMES && isCapitalised(chars, at, end)) {
                    names.add(text.substring(at, end).toLowerCase(Locale.ROOT));
                }
                tellsTime = tellsTime || TimeWords.has(chars, at, end - at);
                begins = false;
            } else if (Character.isDigit(first)) {
                end = endOfNumber(chars, end);
                numbers++;
                tellsTime = tellsTime || end - at == DIGITS_OF_A_YEAR;
                begins = false;
            } else if (text.startsWith(ADDRESS, at)) {
                end = endOfAddress(chars, end);
            } else if (ENDS.indexOf(first) >= 0) {
                begins = true;
            }
        }
        return names.isEmpty() && numbers == 0 && !tellsTime
                ? NONE
                : new EntityFeatures(List.copyOf(names), numbers, tellsTime);
    }

    private static boolean isCapitalised(char[] text, int start, int end) {
        return end - start > 1 && Character.isUpperCase(text[start]) && Character.isLowerCase(text[start + 1]);
    }

    private static int endOfWord(char[] text, int from) {
        int end = from;
        while (end < text.length && (Character.isLetter(text[end]) || isMark(text[end]))) {
            end++;
        }
        return end;
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static int endOfAddress(char[] text, int from) {
        int end = from;
        while (end < text.length && !Character.isWhitespace(text[end])) {
            end++;
        }
        return end;
    }

    private static int endOfNumber(char[] text, int from) {
        int end = from;
        while (end < text.length && Character.isDigit(text[end])) {
            end++;
        }
        return end;
    }
}
