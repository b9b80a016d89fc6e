package io.memu4j.model;

/** What a model is asked for. Each may have a model of its own. */
public enum ModelStep {
    /** Bringing a source into a form that can be understood. */
    PREPROCESS,
    /** Finding statements in a text. */
    EXTRACT,
    /** Writing the summaries of categories. */
    SUMMARIZE,
    /** Deciding whether and for what to search. */
    DECIDE,
    /** Ordering what was found. */
    RANK,
    /** Describing pictures. */
    VISION,
    /** Writing down what is said in a recording. */
    TRANSCRIBE,
    /** Making vectors. */
    EMBED
}
