package io.memu4j.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text, and those of them that carry its content. */
final class Terms {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’+-][\\p{L}\\p{N}]+)*\\+?");

    private Terms() {}

    /** All words in order, lower case, with straight apostrophes; ideographs in pairs. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group().toLowerCase(Locale.ROOT).replace('’', '\'');
            if (isUnspaced(word)) {
                pairs(word, words);
            } else {
                words.add(word);
            }
        }
        return words;
    }

    /** The words that are no stop words, in order. */
    static List<String> content(String text, Language language) {
        return words(text).stream()
                .filter(w ->
                        !language.isStopWord(w) && (w.length() > 1 || Character.isDigit(w.charAt(0)) || isUnspaced(w)))
                .toList();
    }

    /** The share of words two texts have in common, 0 to 1: common words by the words of the shorter text. */
    static double overlap(String a, String b, Language language) {
        Set<String> first = new HashSet<>(content(a, language));
        Set<String> second = new HashSet<>(content(b, language));
        int smaller = Math.min(first.size(), second.size());
        if (smaller == 0) {
            return 0;
        }
        first.retainAll(second);
        return (double) first.size() / smaller;
    }

    private static boolean isUnspaced(String word) {
        return word.codePoints().anyMatch(c -> Character.isIdeographic(c) || c >= 0x3040 && c <= 0x30FF);
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
