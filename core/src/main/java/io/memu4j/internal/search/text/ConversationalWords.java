package io.memu4j.internal.search.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;

/** Tells questions for talk as such ("what did we talk about") from those that have a topic. */
public final class ConversationalWords {
    private static final String LIST = "talk-words.txt";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Set<String> WORDS = new HashSet<>();
    /** Of scripts without spaces, the longest first. */
    private static final List<String> PHRASES = new ArrayList<>();

    static {
        SearchWordLists.lines(LIST)
                .forEach(line -> WORDS.addAll(
                        List.of(line.substring(line.indexOf('=') + 1).strip().split(" +"))));
        WORDS.stream()
                .filter(ConversationalWords::hasNoSpaces)
                .sorted(Comparator.comparing(String::length).reversed())
                .forEach(PHRASES::add);
    }

    private ConversationalWords() {}

    /** Whether a question, without the times and names in it, has no word that names a topic. */
    public static boolean areAllOf(String question) {
        CharArraySet functionWords = LanguageGuess.of(question).functionWords();
        Matcher matcher = WORD.matcher(question.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String word = matcher.group();
            boolean known = WORDS.contains(word) || functionWords.contains(word) || EnglishWords.ALL.contains(word);
            if (!known && !(hasNoSpaces(word) && isMadeOfPhrases(word))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMadeOfPhrases(String run) {
        String rest = run;
        for (String phrase : PHRASES) {
            rest = rest.replace(phrase, "");
        }
        return rest.isEmpty();
    }

    private static boolean hasNoSpaces(String word) {
        return word.codePoints()
                .anyMatch(c -> Character.isIdeographic(c)
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA);
    }
}
