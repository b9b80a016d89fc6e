package io.memu4j.config;

import org.jspecify.annotations.Nullable;

/**
 * Names of chat models for single steps, where they are not the chat model of all steps; null = that one.
 *
 * @param preprocess brings a source into a form that can be understood
 * @param extract finds statements
 * @param summarize writes summaries
 * @param decide decides whether and for what to search
 * @param rank orders what was found
 */
public record StepModels(
        @Nullable String preprocess,
        @Nullable String extract,
        @Nullable String summarize,
        @Nullable String decide,
        @Nullable String rank) {
    /** One chat model for all steps. */
    public static final StepModels SAME = new StepModels(null, null, null, null, null);

    public StepModels withPreprocess(String model) {
        return new StepModels(model, extract, summarize, decide, rank);
    }

    public StepModels withExtract(String model) {
        return new StepModels(preprocess, model, summarize, decide, rank);
    }

    public StepModels withSummarize(String model) {
        return new StepModels(preprocess, extract, model, decide, rank);
    }

    public StepModels withDecide(String model) {
        return new StepModels(preprocess, extract, summarize, model, rank);
    }

    public StepModels withRank(String model) {
        return new StepModels(preprocess, extract, summarize, decide, model);
    }
}
