package io.memu4j.internal.search.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.CharArraySet;

/**
 * Words that tell of a time. Coarser and cheaper than {@link io.memu4j.internal.time.TimeExpressions}: every passage is read for them whenever an
 * index is loaded, and they only say that there is a time, not which.
 */
final class TimeWords {
    private static final int SHORTEST = 3;
    private static final CharArraySet SPACED = new CharArraySet(256, true);
    private static final List<String> UNSPACED = new ArrayList<>();
    /** Below, there are no scripts without spaces. */
    private static final char FIRST_UNSPACED = '\u3040';

    static {
        for (String line : SearchWordLists.lines("time-words.txt")) {
            for (String word : line.substring(line.indexOf('=') + 1).strip().split(" ")) {
                if (SearchWordLists.isUnspaced(word)) {
                    UNSPACED.add(word);
                } else {
                    SPACED.add(word);
                }
            }
        }
    }

    private TimeWords() {}

    /** Whether the word there tells of a time; whether it is written large or small does not matter. */
    static boolean has(char[] text, int start, int length) {
        return length >= SHORTEST && SPACED.contains(text, start, length);
    }

    /** Whether a text in a script without spaces has such a word somewhere. */
    static boolean anyUnspacedIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_UNSPACED) {
                return UNSPACED.stream().anyMatch(text::contains);
            }
        }
        return false;
    }
}
