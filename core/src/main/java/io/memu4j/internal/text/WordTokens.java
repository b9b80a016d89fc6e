package io.memu4j.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with its words and where they are.
 *
 * @param lower the text in lower case with straight apostrophes, as long as the text itself
 * @param words its words, from {@code lower}
 * @param starts where each word starts
 * @param ends where each word ends
 */
public record WordTokens(String lower, List<String> words, List<Integer> starts, List<Integer> ends) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['+-][\\p{L}\\p{N}]+)*\\+?");

    public static WordTokens of(String text) {
        String lower = lower(text).replace('’', '\'');
        List<String> words = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        Matcher matcher = WORD.matcher(lower);
        while (matcher.find()) {
            words.add(matcher.group());
            starts.add(matcher.start());
            ends.add(matcher.end());
        }
        return new WordTokens(lower, words, starts, ends);
    }

    /** In lower case, and as long as before: "İ" alone would become two characters. */
    private static String lower(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.length() == text.length()
                ? lower
                : text.codePoints()
                        .map(Character::toLowerCase)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }
}
