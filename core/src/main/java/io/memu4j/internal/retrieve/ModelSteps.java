package io.memu4j.internal.retrieve;

import io.memu4j.error.ConfigurationException;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.model.ModelStep;
import io.memu4j.retrieve.RetrieveMethod;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.spi.llm.ChatGenerator;
import java.util.Optional;
import java.util.function.Supplier;

/** What a chat model does in one retrieve: decide, rank, judge. One thread. */
final class ModelSteps {
    /** What a request takes beside the instructions, the question and the data, roughly. */
    static final int TOKENS_OF_TASK = 200;

    private static final Sufficiency GO_ON = new Sufficiency(false, Optional.empty());

    private final RetrieveRequest request;
    private final RetrieveMethod method;
    private final ModelCalls calls;

    /**
     * Checks that the models asked for are there.
     *
     * @param configured the method of a request that names none
     * @throws ConfigurationException when one is missing
     */
    ModelSteps(RetrieveRequest request, RetrieveMethod configured, ModelCalls calls) {
        this.request = request;
        RetrieveMethod asked = request.models().method();
        this.method = asked == null ? configured : asked;
        this.calls = calls;
        if (method == RetrieveMethod.LLM) {
            required(ModelStep.RANK, "The method llm");
        }
        if (request.models().decide()) {
            required(ModelStep.DECIDE, "The decision about a question");
        }
        if (request.models().checkSufficiency()) {
            required(ModelStep.DECIDE, "The sufficiency check");
        }
    }

    /** One call where there is a context or it is asked for, and a model; else none. */
    Decision decide() {
        boolean matters = request.models().decide() || !request.context().isEmpty();
        return (matters ? calls.chat(ModelStep.DECIDE) : Optional.<ChatGenerator>empty())
                .map(model -> Decision.by(model, calls, request))
                .orElseGet(() -> Decision.asAsked(request));
    }

    Ranker ranker(Ranker search, Supplier<RetrievedRows> rows) {
        return method == RetrieveMethod.LLM
                ? new ModelRanker(search, rows, required(ModelStep.RANK, "The method llm"), calls)
                : search;
    }

    /** One call where it is asked for, something was found, and there is more to look through. */
    Sufficiency judge(Tier tier, String question, RetrievedRows found) {
        boolean matters = request.models().checkSufficiency()
                && tier != Tier.PASSAGES
                && !RowListing.rows(tier, found).isEmpty();
        return matters
                ? Sufficiency.by(required(ModelStep.DECIDE, "The sufficiency check"), calls, question, found)
                : GO_ON;
    }

    private ChatGenerator required(ModelStep step, String what) {
        return calls.chat(step)
                .orElseThrow(() -> new ConfigurationException(what
                        + " takes a chat model, and none is configured. Set one: --chat-model of the command, the chat"
                        + " model of LlmConfig, or Models.chat(..) of your own; or retrieve with the method rag."));
    }
}
