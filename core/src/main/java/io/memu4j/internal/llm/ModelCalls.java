package io.memu4j.internal.llm;

import io.memu4j.config.CallBudget;
import io.memu4j.error.BudgetExceededException;
import io.memu4j.model.CallTotals;
import io.memu4j.model.ModelCallListener;
import io.memu4j.model.ModelStep;
import io.memu4j.observe.Observed;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.Reranker;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.llm.Transcriber;
import java.util.Optional;

/** The models of a factory for one operation: every call is counted, timed and told to the listener. Thread-safe. */
public final class ModelCalls {
    private final Models models;
    private final CallBudget budget;
    private final CallMeter meter;

    /** Calls that take the time they take. */
    public ModelCalls(Models models, ModelCallListener listener, CallBudget budget) {
        this(models, listener, budget, CallGuard.NONE, Observed.NONE);
    }

    /**
     * @param guard surrounds every call
     * @param operation receives every call while it is made; it throws nothing
     */
    public ModelCalls(
            Models models, ModelCallListener listener, CallBudget budget, CallGuard guard, Observed operation) {
        this.models = models;
        this.budget = budget;
        this.meter = new CallMeter(listener, guard, operation);
    }

    /** Creates models without a limit whose calls are reported to no listener. */
    public static ModelCalls of(Models models) {
        return new ModelCalls(models, ModelCallListener.NONE, CallBudget.UNLIMITED);
    }

    /** No models: everything goes by rules. */
    public static ModelCalls none() {
        return of(Models.none());
    }

    /** The model of a step that is asked in words. */
    public Optional<ChatGenerator> chat(ModelStep step) {
        return models.chat(step).map(model -> new MeteredChatModel(model, step, meter));
    }

    public Optional<ChatGenerator> vision() {
        return models.vision().map(model -> new MeteredChatModel(model, ModelStep.VISION, meter));
    }

    public Optional<Transcriber> transcription() {
        return models.transcription().map(model -> new MeteredTranscriptionModel(model, meter));
    }

    public Optional<TextEmbedder> embedding() {
        return models.embedding().map(model -> new MeteredEmbeddingModel(model, meter));
    }

    /** Returns a reranker whose calls count like those of the other models. */
    public Reranker counted(Reranker model) {
        return new MeteredReranker(model, meter);
    }

    /**
     * Says that nothing could be made of the last answer this thread got for a step. Without this, an answer counts as used as soon as the
     * thread asks for the next one of that step, or the operation ends.
     */
    public void unusable(ModelStep step) {
        meter.unusable(step);
    }

    /**
     * Makes sure before the first call that the operation stays within its budget.
     *
     * @param expectedCalls calls of chat, vision and transcription models still to be made
     * @param expectedTokens an estimate of what they send and answer
     * @throws BudgetExceededException when it does not
     */
    public void requireBudget(int expectedCalls, long expectedTokens) {
        if (expectedCalls > budget.maxCalls()) {
            throw new BudgetExceededException(
                    "The source would take " + expectedCalls + " model calls. The budget allows " + budget.maxCalls()
                            + ". Raise the budget, or memorize less at once.");
        }
        if (expectedTokens > budget.maxTokens()) {
            throw new BudgetExceededException("The source would take about " + expectedTokens
                    + " tokens. The budget allows " + budget.maxTokens()
                    + ". Raise the budget, or memorize less at once.");
        }
    }

    /** What was called up to now, answers not judged yet counted as used. */
    public CallTotals totals() {
        return meter.totals();
    }
}
