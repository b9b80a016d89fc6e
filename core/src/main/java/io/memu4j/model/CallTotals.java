package io.memu4j.model;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The model calls of one operation, summed up. Immutable.
 *
 * <p>Tokens are those that providers report. Where one does not report them, the sum is too low.
 */
public final class CallTotals {
    /** No model was called. */
    public static final CallTotals NONE = builder().build();

    private final int calls;
    private final int embeddingCalls;
    private final long inputTokens;
    private final long outputTokens;
    private final int retries;
    private final Duration latency;

    private CallTotals(Builder parts) {
        calls = parts.calls;
        embeddingCalls = parts.embeddingCalls;
        inputTokens = parts.inputTokens;
        outputTokens = parts.outputTokens;
        retries = parts.retries;
        latency = parts.latency;
    }

    /** {@return a builder for totals of no call} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder that starts with all parts of this totals} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return the number of calls of chat, vision, transcription and reranking models, failed ones included} */
    public int calls() {
        return calls;
    }

    /** {@return the number of requests to the embedding model, failed ones included} */
    public int embeddingCalls() {
        return embeddingCalls;
    }

    /** {@return the tokens sent} */
    public long inputTokens() {
        return inputTokens;
    }

    /** {@return the tokens answered} */
    public long outputTokens() {
        return outputTokens;
    }

    /** {@return the number of attempts that failed and were repeated} */
    public int retries() {
        return retries;
    }

    /** {@return the time spent in calls} Calls that run at the same time count each. */
    public Duration latency() {
        return latency;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallTotals that && Arrays.equals(parts(), that.parts());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts());
    }

    @Override
    public String toString() {
        return "CallTotals[calls=" + calls + ", embeddingCalls=" + embeddingCalls + ", inputTokens=" + inputTokens
                + ", outputTokens=" + outputTokens + ", retries=" + retries + ", latency=" + latency + "]";
    }

    private @Nullable Object[] parts() {
        return new @Nullable Object[] {calls, embeddingCalls, inputTokens, outputTokens, retries, latency};
    }

    /** Builds a {@link CallTotals}. Not safe for use by several threads. */
    public static final class Builder {
        private int calls = 0;
        private int embeddingCalls = 0;
        private long inputTokens = 0;
        private long outputTokens = 0;
        private int retries = 0;
        private Duration latency = Duration.ZERO;

        private Builder() {}

        private Builder(CallTotals from) {
            calls = from.calls;
            embeddingCalls = from.embeddingCalls;
            inputTokens = from.inputTokens;
            outputTokens = from.outputTokens;
            retries = from.retries;
            latency = from.latency;
        }

        /**
         * Sets {@link CallTotals#calls()}.
         *
         * @param calls the new value
         * @return this builder
         */
        public Builder calls(int calls) {
            this.calls = calls;
            return this;
        }

        /**
         * Sets {@link CallTotals#embeddingCalls()}.
         *
         * @param embeddingCalls the new value
         * @return this builder
         */
        public Builder embeddingCalls(int embeddingCalls) {
            this.embeddingCalls = embeddingCalls;
            return this;
        }

        /**
         * Sets {@link CallTotals#inputTokens()}.
         *
         * @param inputTokens the new value
         * @return this builder
         */
        public Builder inputTokens(long inputTokens) {
            this.inputTokens = inputTokens;
            return this;
        }

        /**
         * Sets {@link CallTotals#outputTokens()}.
         *
         * @param outputTokens the new value
         * @return this builder
         */
        public Builder outputTokens(long outputTokens) {
            this.outputTokens = outputTokens;
            return this;
        }

        /**
         * Sets {@link CallTotals#retries()}.
         *
         * @param retries the new value
         * @return this builder
         */
        public Builder retries(int retries) {
            this.retries = retries;
            return this;
        }

        /**
         * Sets {@link CallTotals#latency()}.
         *
         * @param latency the new value
         * @return this builder
         */
        public Builder latency(Duration latency) {
            this.latency = latency;
            return this;
        }

        /** {@return the totals} */
        public CallTotals build() {
            return new CallTotals(this);
        }
    }
}
