package io.memu4j.internal.search.text;

import java.util.List;
import org.apache.lucene.analysis.CharArraySet;

/** Common English words that carry no topic: they tell the language, and no question is about them. */
final class EnglishWords {
    static final CharArraySet ALL = new CharArraySet(
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
}
