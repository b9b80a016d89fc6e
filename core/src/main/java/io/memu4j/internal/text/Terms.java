package io.memu4j.internal.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the words of a text that carry its content. */
public final class Terms {
    private static final int FEW = 3;

    private Terms() {}

    /** Lists the words that are no stop words, in order and in lower case. Chinese and Japanese give pairs of characters. */
    public static List<String> in(WordTokens tokens, Language language) {
        List<String> terms = new ArrayList<>();
        for (String word : tokens.words()) {
            if (Scripts.hasIdeographOrKana(word)) {
                pairs(word, terms);
            } else if (!language.isStopWord(word) && (word.length() > 1 || Character.isDigit(word.charAt(0)))) {
                terms.add(word);
            }
        }
        return terms;
    }

    /** Computes the share of the shorter text's terms that both have, 0 to 1; of the longer one where the shorter is very short. */
    public static double overlap(List<String> a, List<String> b) {
        Set<String> common = new HashSet<>(a);
        Set<String> second = new HashSet<>(b);
        int smaller = Math.min(common.size(), second.size());
        int larger = Math.max(common.size(), second.size());
        common.retainAll(second);
        int of = smaller < FEW ? larger : smaller;
        return of == 0 ? 0 : (double) common.size() / of;
    }

    /** Selects the terms that begin with a digit. */
    public static Set<String> numbers(List<String> terms) {
        return terms.stream().filter(term -> Character.isDigit(term.charAt(0))).collect(Collectors.toSet());
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
