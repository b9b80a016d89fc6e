package io.memu4j.internal.retrieve;

import io.memu4j.error.ConfigurationException;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.model.ModelStep;
import io.memu4j.retrieve.RetrieveMethod;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.spi.llm.ChatGenerator;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Supplier;

/** The steps of one retrieve that a chat model may do: decide, rank, check sufficiency. For one thread. */
final class ModelSteps {
    /** Rough number of tokens of a request besides the instructions, the question and the data. */
    static final int TOKENS_OF_TASK = 200;

    private static final Sufficiency GO_ON = new Sufficiency(false, Optional.empty());

    private final RetrieveRequest request;
    private final RetrieveMethod method;
    private final ModelCalls calls;
    private final String now;

    /**
     * Checks that the models asked for are configured.
     *
     * @param configured the method of a request that names none
     * @param now the present time of the request
     * @throws ConfigurationException when one is missing
     */
    ModelSteps(RetrieveRequest request, RetrieveMethod configured, ZonedDateTime now, ModelCalls calls) {
        this.request = request;
        this.now = RowListing.moment(now.toLocalDateTime());
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

    /** Calls the model once when the request has a context or asks for the decision, and a model is configured; otherwise not at all. */
    Decision decide() {
        boolean matters = request.models().decide() || !request.context().isEmpty();
        return (matters ? calls.chat(ModelStep.DECIDE) : Optional.<ChatGenerator>empty())
                .map(model -> Decision.by(model, calls, request, now))
                .orElseGet(() -> Decision.asAsked(request));
    }

    /** Returns the ranker of the method asked for. */
    Ranker ranker(Supplier<RetrievedRows> rows) {
        return method == RetrieveMethod.LLM
                ? new ModelRanker(rows, now, required(ModelStep.RANK, "The method llm"), calls)
                : Ranker.SEARCH;
    }

    /**
     * Calls the model once when the check is asked for and the tier found statements or sources; otherwise not at all. Topics alone are never
     * enough: a summary proves nothing.
     */
    Sufficiency judge(Tier tier, String question, RetrievedRows found) {
        boolean matters = request.models().checkSufficiency()
                && tier != Tier.PASSAGES
                && tier != Tier.CATEGORIES
                && !RowListing.rows(tier, found, question).isEmpty();
        return matters
                ? Sufficiency.by(required(ModelStep.DECIDE, "The sufficiency check"), calls, question, now, found)
                : GO_ON;
    }

    private ChatGenerator required(ModelStep step, String what) {
        return calls.chat(step)
                .orElseThrow(() -> new ConfigurationException(what
                        + " takes a chat model, and none is configured. Set one: --chat-model of the command, the chat"
                        + " model of LlmConfig, or Models.chat(..) of your own; or retrieve with the method rag."));
    }
}
