package io.memu4j.retrieve;

import java.util.Locale;

/** A reason why a unit was found, or came before another. What each is worth is written beside the ranking that uses it. */
public enum Signal {
    /** The vectors of the question and of the unit are near. */
    MEANING,
    /** The same for a passage together with its two neighbours. */
    WINDOW_MEANING,
    /** The unit has words of the question. */
    WORDS,
    /** A passage and its two neighbours have them. */
    WINDOW_WORDS,
    /** A passage, the three before and the three after have them. */
    TOPIC_WORDS,
    /** Said by the one whom the question names. */
    SPEAKER,
    /** Said, or happened, at the time that the question names, or told soon after. */
    TIME,
    /** Not a question itself. */
    STATES,
    /** Says something: enough, and not in everyday words alone. */
    SUBSTANCE,
    /** Names something: has names or numbers in it. */
    PARTICULARS,
    /** Holds the kind of thing that the question asks for: a time, or a name. */
    ANSWERS,
    /** Stated often and lately. */
    SALIENCE,
    /** A passage of the resource was found. */
    BEST_PASSAGE;

    /** The name in lower case, as written in results. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
