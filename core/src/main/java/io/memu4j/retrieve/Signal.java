package io.memu4j.retrieve;

import java.util.Locale;

/** A reason why a unit was found or ranked before another. Weights are described in {@code docs/search.md}. */
public enum Signal {
    /** The vectors of the question and of the row are close. */
    MEANING,
    /** The vectors of the question and of a passage together with its two neighbours are near. */
    WINDOW_MEANING,
    /** The row contains words of the question. */
    WORDS,
    /** A passage or one of its two neighbours has words of the question. */
    WINDOW_WORDS,
    /** A passage, or one of the three before and the three after it, has words of the question. */
    TOPIC_WORDS,
    /** The speaker of the passage is named in the question. */
    SPEAKER,
    /** The unit was said, or happened, at the time that the question names, or was told in the three weeks after it. */
    TIME,
    /** The passage is a statement, not a question. */
    DECLARATIVE,
    /** The passage has information content: enough words, and not only common ones. */
    SUBSTANCE,
    /** The passage has names or numbers in it. */
    ENTITIES,
    /** The passage has an entity of the type that the question asks for: a time, or a name. */
    ANSWER_TYPE,
    /** A person said the passage, not the assistant; or the other way round where the question asks for what the assistant said. */
    ROLE,
    /** The statement cites a passage that was found. */
    EVIDENCE,
    /** The passage says how all later answers should be, and is among the nearest of that kind. */
    STANDING,
    /** The reranker scores the passage higher than others. */
    RERANK,
    /** The item was stated often and lately. */
    SALIENCE,
    /** A passage of the resource was found. */
    BEST_PASSAGE;

    /** {@return the name in lower case, as in results} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
