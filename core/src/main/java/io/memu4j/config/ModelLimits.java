package io.memu4j.config;

import io.memu4j.internal.value.ValueFields;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Time-outs, retries and sizes of model calls. Immutable. The provider checks the values when it creates its models, and names all faults at once.
 */
public final class ModelLimits {
    /** 2 minutes, 3 retries, waits up to 1 minute, 4 calls at a time, a context of 16,384 tokens, answers of 4,096. */
    public static final ModelLimits DEFAULT = new ModelLimits(new Fields());

    private final Fields fields;

    private ModelLimits(Fields fields) {
        this.fields = fields;
    }

    /**
     * Returns a copy with another time-out.
     *
     * @param longest for one attempt, from connecting to the last byte; positive
     * @return the copy
     */
    public ModelLimits withTimeout(Duration longest) {
        return copy(f -> f.timeout = longest);
    }

    /**
     * Returns a copy with another number of retries. The wait grows with each retry, up to 20 s.
     *
     * @param most from 0
     * @return the copy
     */
    public ModelLimits withMaxRetries(int most) {
        return copy(f -> f.maxRetries = most);
    }

    /**
     * Returns a copy with another limit on waits that a provider asks for. If it asks for more, the call fails at once.
     *
     * @param longest from zero
     * @return the copy
     */
    public ModelLimits withMaxRetryAfter(Duration longest) {
        return copy(f -> f.maxRetryAfter = longest);
    }

    /**
     * Returns a copy with another number of calls at the same time.
     *
     * @param most from 1
     * @return the copy
     */
    public ModelLimits withMaxConcurrentCalls(int most) {
        return copy(f -> f.maxConcurrentCalls = most);
    }

    /**
     * Returns a copy with another size of the context. A longer text is split over several requests.
     *
     * @param most tokens of a request and its answer together, from 1
     * @return the copy
     */
    public ModelLimits withContextTokens(int most) {
        return copy(f -> f.contextTokens = most);
    }

    /**
     * Returns a copy with another limit on answers. It applies also when a request allows more.
     *
     * @param most tokens after which an answer is cut off, from 1
     * @return the copy
     */
    public ModelLimits withMaxAnswerTokens(int most) {
        return copy(f -> f.maxAnswerTokens = most);
    }

    /**
     * Returns a copy with another limit on texts to embed.
     *
     * @param most tokens after which a text is cut, from 100; 0 = what is known of the model
     * @return the copy
     */
    public ModelLimits withMaxEmbeddedTokens(int most) {
        return copy(f -> f.maxEmbeddedTokens = most);
    }

    /** {@return the longest time of one attempt, from connecting to the last byte} */
    public Duration timeout() {
        return fields.timeout;
    }

    /** {@return how often a failure that may pass is tried again} */
    public int maxRetries() {
        return fields.maxRetries;
    }

    /** {@return the longest wait that a provider may ask for} */
    public Duration maxRetryAfter() {
        return fields.maxRetryAfter;
    }

    /** {@return the maximum number of calls of one factory at the same time; further calls wait} */
    public int maxConcurrentCalls() {
        return fields.maxConcurrentCalls;
    }

    /** {@return the maximum tokens of a request and its answer together} */
    public int contextTokens() {
        return fields.contextTokens;
    }

    /** {@return the maximum tokens of an answer} */
    public int maxAnswerTokens() {
        return fields.maxAnswerTokens;
    }

    /** {@return the tokens after which a text is cut before it is embedded; 0 = what is known of the model} */
    public int maxEmbeddedTokens() {
        return fields.maxEmbeddedTokens;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModelLimits that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "ModelLimits" + fields.compared();
    }

    private ModelLimits copy(Consumer<Fields> change) {
        return new ModelLimits(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        Duration timeout = Duration.ofMinutes(2);
        int maxRetries = 3;
        Duration maxRetryAfter = Duration.ofMinutes(1);
        int maxConcurrentCalls = 4;
        int contextTokens = 16_384;
        int maxAnswerTokens = 4_096;
        int maxEmbeddedTokens = 0;

        @Override
        protected List<?> compared() {
            return List.of(
                    timeout,
                    maxRetries,
                    maxRetryAfter,
                    maxConcurrentCalls,
                    contextTokens,
                    maxAnswerTokens,
                    maxEmbeddedTokens);
        }
    }
}
