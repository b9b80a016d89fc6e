package io.memu4j.benchmarks.understanding;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of a text, by which a text is compared with what was said: without case, punctuation and markup. */
final class Words {
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,40}>");
    /** A character of a script without blanks is a word. */
    private static final Pattern WORD = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]"
            + "|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+");

    private Words() {}

    static List<String> of(String text) {
        return WORD.matcher(TAG.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Whether the words stand there in this order without a gap. */
    static boolean contain(List<String> words, List<String> part) {
        return !part.isEmpty() && Collections.indexOfSubList(words, part) >= 0;
    }

    /** Whether the words are a few pieces of what was said, in which nothing is reworded. */
    static boolean areVerbatim(List<String> words, List<List<String>> said) {
        int from = 0;
        for (int piece = 0; piece < 4 && from < words.size(); piece++) {
            int to = from;
            while (to < words.size() && isSaid(words.subList(from, to + 1), said)) {
                to++;
            }
            from = to == from ? Integer.MAX_VALUE : to;
        }
        return from == words.size() && from > 0;
    }

    private static boolean isSaid(List<String> piece, List<List<String>> said) {
        return said.stream().anyMatch(message -> contain(message, piece));
    }
}
