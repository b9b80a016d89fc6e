package io.memu4j.reembed;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.value.ValueFields;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.llm.TextEmbedder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which memories to move to which embedding model, and how fast. Immutable. */
public final class ReembedRequest {
    /** All memories, with the configured model, 64 texts per call, without a limit of speed. */
    public static final ReembedRequest ALL = new ReembedRequest(new Fields());

    private static final int MAX_BATCH = 1_000;

    private final Fields fields;

    private ReembedRequest(Fields fields) {
        this.fields = fields;
    }

    /**
     * Returns a copy with a target model. The caller closes it.
     *
     * @param target in place of the configured model
     * @return the copy
     */
    public ReembedRequest withModel(TextEmbedder target) {
        return copy(f -> f.model = target);
    }

    /**
     * Returns a copy with a user.
     *
     * @param user whose memories are moved, or null for all users
     * @return the copy
     */
    public ReembedRequest withUser(@Nullable String user) {
        return copy(f -> f.userId = user);
    }

    /**
     * Returns a copy with an agent.
     *
     * @param agent whose memories are moved, or null for all agents
     * @return the copy
     */
    public ReembedRequest withAgent(@Nullable String agent) {
        return copy(f -> f.agentId = agent);
    }

    /**
     * Returns a copy with a listener for the progress.
     *
     * @param newListener called by the thread that does the work
     * @return the copy
     */
    public ReembedRequest withListener(ReembedListener newListener) {
        return copy(f -> f.listener = newListener);
    }

    /**
     * Returns a copy with another size of batches.
     *
     * @param texts per model call and transaction, 1 to 1000
     * @return the copy
     * @throws InvalidInputException if the number is out of range
     */
    public ReembedRequest withBatch(int texts) {
        if (texts < 1 || texts > MAX_BATCH) {
            throw new InvalidInputException("The batch is " + texts + " texts. Expected 1 to " + MAX_BATCH + ".");
        }
        return copy(f -> f.batch = texts);
    }

    /**
     * Returns a copy with a limit of speed.
     *
     * @param most texts per second, or 0 for no limit
     * @return the copy
     * @throws InvalidInputException if the number is negative or NaN
     */
    public ReembedRequest withTextsPerSecond(double most) {
        if (!(most >= 0)) {
            throw new InvalidInputException(
                    "The speed is " + most + " texts per second. Expected a positive number, or 0 for no limit.");
        }
        return copy(f -> f.textsPerSecond = most);
    }

    /**
     * Returns whether a memory is to be moved.
     *
     * @param scope the scope of the memory
     * @return whether user and agent match
     */
    public boolean includes(MemoryScope scope) {
        return (userId() == null || scope.userId().equals(userId()))
                && (agentId() == null || scope.agentId().equals(agentId()));
    }

    /** {@return the target model, or null for the configured one} */
    public @Nullable TextEmbedder model() {
        return fields.model;
    }

    /** {@return the user whose memories are moved, or null for all users} */
    public @Nullable String userId() {
        return fields.userId;
    }

    /** {@return the agent whose memories are moved, or null for all agents} */
    public @Nullable String agentId() {
        return fields.agentId;
    }

    /** {@return the texts per model call and transaction} */
    public int batch() {
        return fields.batch;
    }

    /** {@return the maximum texts per second, or 0 for no limit} */
    public double textsPerSecond() {
        return fields.textsPerSecond;
    }

    /** {@return the listener that is called with the progress} */
    public ReembedListener listener() {
        return fields.listener;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReembedRequest that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "ReembedRequest[" + batch() + " texts per batch, " + textsPerSecond() + " texts per second]";
    }

    private ReembedRequest copy(Consumer<Fields> change) {
        return new ReembedRequest(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        @Nullable
        TextEmbedder model;

        @Nullable
        String userId;

        @Nullable
        String agentId;

        int batch = 64;
        double textsPerSecond = 0;
        ReembedListener listener = ReembedListener.NONE;

        @Override
        protected List<@Nullable Object> compared() {
            return Arrays.asList(model, userId, agentId, batch, textsPerSecond, listener);
        }
    }
}
