package io.memu4j.config;

import io.memu4j.internal.value.ValueFields;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Names of chat models for single steps. A null name means the chat model of all steps, {@link LlmConfig#chatModel}. Immutable. */
public final class StepModels {
    /** One chat model for all steps. */
    public static final StepModels SAME = new StepModels(new Fields());

    private final Fields fields;

    private StepModels(Fields fields) {
        this.fields = fields;
    }

    /**
     * Returns a copy with a model that brings a source into a form that can be understood.
     *
     * @param model as the provider spells it
     * @return the copy
     */
    public StepModels withPreprocess(String model) {
        return copy(f -> f.preprocess = model);
    }

    /**
     * Returns a copy with a model that finds statements.
     *
     * @param model as the provider spells it
     * @return the copy
     */
    public StepModels withExtract(String model) {
        return copy(f -> f.extract = model);
    }

    /**
     * Returns a copy with a model that writes summaries of categories.
     *
     * @param model as the provider spells it
     * @return the copy
     */
    public StepModels withSummarize(String model) {
        return copy(f -> f.summarize = model);
    }

    /**
     * Returns a copy with a model that decides whether a question needs memory, and rewrites it.
     *
     * @param model as the provider spells it
     * @return the copy
     */
    public StepModels withDecide(String model) {
        return copy(f -> f.decide = model);
    }

    /**
     * Returns a copy with a model that orders search results.
     *
     * @param model as the provider spells it
     * @return the copy
     */
    public StepModels withRank(String model) {
        return copy(f -> f.rank = model);
    }

    /** {@return the model that brings a source into a form that can be understood, or null} */
    public @Nullable String preprocess() {
        return fields.preprocess;
    }

    /** {@return the model that finds statements, or null} */
    public @Nullable String extract() {
        return fields.extract;
    }

    /** {@return the model that writes summaries of categories, or null} */
    public @Nullable String summarize() {
        return fields.summarize;
    }

    /** {@return the model that decides whether a question needs memory, and rewrites it, or null} */
    public @Nullable String decide() {
        return fields.decide;
    }

    /** {@return the model that orders search results, or null} */
    public @Nullable String rank() {
        return fields.rank;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StepModels that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "StepModels" + fields.compared();
    }

    private StepModels copy(Consumer<Fields> change) {
        return new StepModels(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        @Nullable
        String preprocess;

        @Nullable
        String extract;

        @Nullable
        String summarize;

        @Nullable
        String decide;

        @Nullable
        String rank;

        @Override
        protected List<@Nullable Object> compared() {
            return Arrays.asList(preprocess, extract, summarize, decide, rank);
        }
    }
}
