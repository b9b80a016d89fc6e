package io.memu4j.internal.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a text that carry its content. */
public final class Terms {
    private static final int FEW = 3;

    private Terms() {}

    /** The words that are no stop words, in order, in lower case; of languages without blanks the pairs of characters. */
    public static List<String> in(WordTokens tokens, Language language) {
        List<String> terms = new ArrayList<>();
        for (String word : tokens.words()) {
            if (isUnspaced(word)) {
                pairs(word, terms);
            } else if (!language.isStopWord(word) && (word.length() > 1 || Character.isDigit(word.charAt(0)))) {
                terms.add(word);
            }
        }
        return terms;
    }

    /** The share of terms two texts have in common, 0 to 1: by the terms of the shorter text, or of both where that is very short. */
    public static double overlap(List<String> a, List<String> b) {
        Set<String> common = new HashSet<>(a);
        Set<String> second = new HashSet<>(b);
        int smaller = Math.min(common.size(), second.size());
        int larger = Math.max(common.size(), second.size());
        common.retainAll(second);
        int of = smaller < FEW ? larger : smaller;
        return of == 0 ? 0 : (double) common.size() / of;
    }

    /** The terms that begin with a digit. */
    public static Set<String> numbers(List<String> terms) {
        return terms.stream().filter(term -> Character.isDigit(term.charAt(0))).collect(Collectors.toSet());
    }

    private static boolean isUnspaced(String word) {
        return word.codePoints().anyMatch(c -> Character.isIdeographic(c) || (c >= 0x3040 && c <= 0x30FF));
    }

    private static void pairs(String word, List<String> into) {
        int[] points = word.codePoints().toArray();
        for (int i = 0; i + 1 < points.length; i++) {
            into.add(new String(points, i, 2));
        }
        if (points.length == 1) {
            into.add(word);
        }
    }
}
