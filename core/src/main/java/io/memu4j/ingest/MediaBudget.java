package io.memu4j.ingest;

import io.memu4j.llm.ModelCalls;
import io.memu4j.spi.llm.ModelStep;

/** What looking at a picture or listening to a recording costs, understanding what was found included. */
final class MediaBudget {
    private static final int TOKENS_TO_UNDERSTAND = 3_000;

    private MediaBudget() {}

    /**
     * Asks before the first call.
     *
     * @param calls the models
     * @param first calls to see or hear
     * @param tokens what those send and answer
     * @throws io.memu4j.error.BudgetExceededException when the operation would exceed its budget
     */
    static void require(ModelCalls calls, int first, long tokens) {
        int later = calls.chat(ModelStep.EXTRACT).isPresent() ? 2 : 0;
        calls.requireBudget(first + later, tokens + (later == 0 ? 0 : TOKENS_TO_UNDERSTAND));
    }
}
