package io.memu4j.reembed;

import io.memu4j.error.InvalidInputException;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.llm.TextEmbedder;
import org.jspecify.annotations.Nullable;

/**
 * Which memories to change over to which embedding model, and how fast.
 *
 * @param model the model to change over to, or null for the one the factory is configured with
 * @param userId of this user alone, or null for everybody
 * @param agentId with this agent alone, or null for every agent
 * @param batch texts embedded and written at once, 1 to 1000
 * @param textsPerSecond at most so many, or 0 for as many as it can
 * @param listener told about progress
 */
public record ReembedRequest(
        @Nullable TextEmbedder model,
        @Nullable String userId,
        @Nullable String agentId,
        int batch,
        double textsPerSecond,
        ReembedListener listener) {
    private static final int MAX_BATCH = 1_000;

    /** Every memory, with the configured model, 64 texts at once, as fast as it can. */
    public static final ReembedRequest ALL = new ReembedRequest(null, null, null, 64, 0, ReembedListener.NONE);

    /** @throws InvalidInputException when a number is out of range */
    public ReembedRequest {
        if (batch < 1 || batch > MAX_BATCH) {
            throw new InvalidInputException("The batch is " + batch + " texts. Expected 1 to " + MAX_BATCH + ".");
        }
        if (!(textsPerSecond >= 0)) {
            throw new InvalidInputException("The speed is " + textsPerSecond
                    + " texts per second. Expected a positive number, or 0 for no limit.");
        }
    }

    public ReembedRequest withModel(TextEmbedder target) {
        return new ReembedRequest(target, userId, agentId, batch, textsPerSecond, listener);
    }

    public ReembedRequest withUser(@Nullable String user) {
        return new ReembedRequest(model, user, agentId, batch, textsPerSecond, listener);
    }

    public ReembedRequest withAgent(@Nullable String agent) {
        return new ReembedRequest(model, userId, agent, batch, textsPerSecond, listener);
    }

    public ReembedRequest withBatch(int texts) {
        return new ReembedRequest(model, userId, agentId, texts, textsPerSecond, listener);
    }

    public ReembedRequest withTextsPerSecond(double most) {
        return new ReembedRequest(model, userId, agentId, batch, most, listener);
    }

    public ReembedRequest withListener(ReembedListener told) {
        return new ReembedRequest(model, userId, agentId, batch, textsPerSecond, told);
    }

    /** Whether that memory is meant. */
    public boolean includes(MemoryScope scope) {
        return (userId == null || userId.equals(scope.userId()))
                && (agentId == null || agentId.equals(scope.agentId()));
    }
}
