package io.memu4j.memorize;

/**
 * Receives the progress of a memorize. Called by the thread that does the work, outside any transaction. What it throws is logged and
 * ignored.
 */
@FunctionalInterface
public interface MemorizeListener {
    /** Ignores all progress. */
    MemorizeListener NONE = (step, done, total) -> {};

    /** A step, in the order of execution. A step is repeated if another writer was faster. */
    enum Step {
        /** The source is read or fetched. */
        FETCH,
        /** Statements are found in the passages. */
        UNDERSTAND,
        /** Texts are embedded. */
        EMBED,
        /** Summaries of categories are written. */
        SUMMARIZE,
        /** The transaction is executed. */
        STORE
    }

    /**
     * Reports the progress of a step.
     *
     * @param step the step
     * @param done finished units, 0 at the beginning
     * @param total all units, at least 1: passages, texts or summaries, or 1 for the step as a whole
     */
    void onStep(Step step, int done, int total);
}
