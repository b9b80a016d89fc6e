package io.memu4j.internal.search.text;

import io.memu4j.internal.text.Scripts;
import io.memu4j.internal.text.WordLists;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.CharArraySet;

/**
 * Finds words that tell of a time. It says only that there is a time, and is cheaper than
 * {@link io.memu4j.internal.time.TimeExpressions}: loading an index reads every passage with it.
 */
final class TimeWords {
    private static final int SHORTEST = 3;
    private static final CharArraySet SPACED = new CharArraySet(256, true);
    private static final List<String> UNSPACED = new ArrayList<>();

    static {
        for (String word : WordLists.readAll(TimeWords.class, "time-words.txt")) {
            if (Scripts.hasCjk(word)) {
                UNSPACED.add(word);
            } else {
                SPACED.add(word);
            }
        }
    }

    private TimeWords() {}

    /** Tells whether the word at {@code start} tells of a time, in upper or lower case. */
    static boolean has(char[] text, int start, int length) {
        return length >= SHORTEST && SPACED.contains(text, start, length);
    }

    /** Tells whether a text has such a word in Chinese, Japanese or Korean. */
    static boolean anyUnspacedIn(String text) {
        return Scripts.hasCjk(text) && UNSPACED.stream().anyMatch(text::contains);
    }
}
