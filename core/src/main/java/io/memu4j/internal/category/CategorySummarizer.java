package io.memu4j.internal.category;

import io.memu4j.internal.llm.CallEstimate;
import io.memu4j.internal.llm.ModelCalls;
import java.util.List;

/** Writes the running summaries of categories: by rules, or with a chat model. Thread-safe. */
public interface CategorySummarizer {
    /** Whether {@link #summarize} calls a model, so that it had better not be done in vain. */
    boolean asksModel();

    /** Estimates the cost of {@link #summarize} for a number of tasks. Calls no model. */
    CallEstimate estimate(int tasks);

    /**
     * The new summaries, one per task in the same order, each within the target length; all tasks together in as few model calls as fit.
     *
     * @param models those of the operation, metered
     * @throws io.memu4j.error.ModelException when a model cannot be reached
     */
    List<String> summarize(List<SummaryTask> tasks, ModelCalls models);
}
