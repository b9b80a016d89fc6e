package io.memu4j.search;

import java.util.List;
import org.apache.lucene.analysis.CharArraySet;

/** Common English words that carry no topic: they tell the language, and a question is not about them. */
final class EnglishWords {
    private static final CharArraySet WORDS = new CharArraySet(
            List.of(
                    ("a about after all also am an and any are as at be because been before being but by can could did do"
                                    + " does doing done for from get got had has have he her hers him his how i if in into is"
                                    + " it its just me more most my no nor not of off on one or our out over she so some such"
                                    + " than that the their them then there these they this those through to too under until"
                                    + " up us very was we were what when where which while who whom whose why will with would"
                                    + " you your yours")
                            .split(" ")),
            false);

    private EnglishWords() {}

    /** Whether the first {@code length} characters, in lower case, are one of them. */
    static boolean has(char[] word, int length) {
        return WORDS.contains(word, 0, length);
    }

    static boolean has(String word) {
        return WORDS.contains(word);
    }
}
