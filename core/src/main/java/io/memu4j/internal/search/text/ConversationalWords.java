package io.memu4j.internal.search.text;

import io.memu4j.internal.text.Scripts;
import io.memu4j.internal.text.WordLists;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;

/** Tells questions for talk as such ("what did we talk about") from those that have a topic. */
public final class ConversationalWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Set<String> WORDS = Set.copyOf(WordLists.readAll(ConversationalWords.class, "talk-words.txt"));
    /** Of scripts without spaces, the longest first. */
    private static final List<String> PHRASES = WORDS.stream()
            .filter(Scripts::hasIdeographOrKana)
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
            .toList();

    private ConversationalWords() {}

    /** Tells whether a question has no word that names a topic. Times and names must be cut from it before. */
    public static boolean areAllOf(String question) {
        CharArraySet functionWords = AnalysisLanguage.of(question).functionWords();
        Matcher matcher = WORD.matcher(question.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String word = matcher.group();
            boolean known = WORDS.contains(word) || functionWords.contains(word) || EnglishWords.ALL.contains(word);
            if (!known && !(Scripts.hasIdeographOrKana(word) && isMadeOfPhrases(word))) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether a word is one of talk as such. */
    static boolean isOfTalk(String word) {
        return WORDS.contains(word);
    }

    private static boolean isMadeOfPhrases(String run) {
        String rest = run;
        for (String phrase : PHRASES) {
            rest = rest.replace(phrase, "");
        }
        return rest.isEmpty();
    }
}
