package io.memu4j.memorize;

/**
 * Told how far a memorize has come, in the thread that does the work, outside any transaction. What it throws is logged and ignored.
 */
@FunctionalInterface
public interface MemorizeListener {
    /** Wants to know nothing. */
    MemorizeListener NONE = (step, done, total) -> {};

    /** The steps in their order; one may come again when another writer was faster. */
    enum Step {
        FETCH,
        UNDERSTAND,
        EMBED,
        SUMMARIZE,
        STORE
    }

    /**
     * Tells how far one step has come.
     *
     * @param done units of the step that are done, 0 at its beginning
     * @param total units of the step, at least 1; passages, texts, summaries, or 1
     */
    void onStep(Step step, int done, int total);
}
