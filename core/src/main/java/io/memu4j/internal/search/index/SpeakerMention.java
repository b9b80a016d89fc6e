package io.memu4j.internal.search.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the speakers that a question is about. Their names are taken out of the words looked for: "Hey Caroline!" is said by somebody
 * else, and what Caroline did is said by Caroline.
 *
 * @param names the speakers meant; empty where the question names none
 * @param rest the question without their names
 */
public record SpeakerMention(Set<String> names, String rest) {
    /** A word, and a possessive ending apart from it. */
    private static final Pattern WORD = Pattern.compile("([\\p{L}\\p{M}\\p{N}_]+)(['\u2019][sS]\\b)?");

    public static SpeakerMention in(String question, Speakers speakers) {
        Set<String> names = new HashSet<>();
        StringBuilder rest = new StringBuilder();
        boolean cased = question.codePoints().anyMatch(Character::isUpperCase);
        String spaced = question;
        for (String name : speakers.unspaced()) {
            if (spaced.contains(name)) {
                names.add(name);
                spaced = spaced.replace(name, " ");
            }
        }
        Matcher matcher = WORD.matcher(spaced);
        while (matcher.find()) {
            Set<String> called = speakers.called(folded(matcher.group(1)));
            if (called != null && isName(matcher.group(1), called, cased)) {
                names.addAll(called);
                matcher.appendReplacement(rest, " ");
            }
        }
        matcher.appendTail(rest);
        return names.isEmpty() ? new SpeakerMention(names, question) : new SpeakerMention(names, rest.toString());
    }

    /** The rest as a text to be understood; the question itself where no word is left. */
    public String topic(String question) {
        return names.isEmpty() || !WORD.matcher(rest).find()
                ? question
                : rest.strip().replaceAll("\\s+", " ");
    }

    /** The words of a name. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(name);
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
        return words;
    }

    /** A word as names are compared. */
    public static String folded(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /**
     * "Will" and "May" are names and ordinary words: one written small, in a question that has capitals, is no name; nor is a word like
     * "will" at the beginning. Roles ("user", "assistant") are written small and named so.
     */
    private static boolean isName(String word, Set<String> called, boolean cased) {
        boolean nameIsCapitalised =
                called.stream().flatMap(n -> words(n).stream()).anyMatch(w -> Character.isUpperCase(w.codePointAt(0)));
        if (!nameIsCapitalised) {
            return word.length() > 1;
        }
        return !cased || Character.isUpperCase(word.codePointAt(0));
    }
}
