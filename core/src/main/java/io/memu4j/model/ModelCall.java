package io.memu4j.model;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The account of one call of a model. It holds nothing of what was said. Immutable. */
public final class ModelCall {
    /** How a call ended. */
    public enum Outcome {
        /** The answer was used. */
        OK,
        /** There was an answer that could not be used. */
        UNUSABLE,
        /** There was no answer. */
        FAILED
    }

    private final ModelStep step;
    private final String model;
    private final Usage usage;
    private final Duration latency;
    private final int retries;
    private final Outcome outcome;

    private ModelCall(Builder parts) {
        step = parts.step;
        model = parts.model;
        usage = parts.usage;
        latency = parts.latency;
        retries = parts.retries;
        outcome = parts.outcome;
    }

    /** Returns a builder for a used answer without retries, of unknown usage. */
    public static Builder builder(ModelStep step, String model) {
        return new Builder(step, model);
    }

    /** Returns a builder that starts with all parts of this call. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Returns what the model was asked for. */
    public ModelStep step() {
        return step;
    }

    /** Returns the model's name. */
    public String model() {
        return model;
    }

    /** Returns the tokens, as far as the provider reports them. */
    public Usage usage() {
        return usage;
    }

    /** Returns the time from the request to the answer, with waiting and repeated attempts. */
    public Duration latency() {
        return latency;
    }

    /** Returns the number of attempts that failed before the last one, from 0. */
    public int retries() {
        return retries;
    }

    /** Returns how the call ended. */
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModelCall that && Arrays.equals(parts(), that.parts());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts());
    }

    @Override
    public String toString() {
        return "ModelCall[" + step + ", " + model + ", " + usage + ", " + latency + ", retries=" + retries + ", "
                + outcome + "]";
    }

    private @Nullable Object[] parts() {
        return new @Nullable Object[] {step, model, usage, latency, retries, outcome};
    }

    /** Builds a {@link ModelCall}. Not safe for use by several threads. */
    public static final class Builder {
        private ModelStep step;
        private String model;
        private Usage usage = Usage.UNKNOWN;
        private Duration latency = Duration.ZERO;
        private int retries = 0;
        private Outcome outcome = Outcome.OK;

        private Builder(ModelStep step, String model) {
            this.step = step;
            this.model = model;
        }

        private Builder(ModelCall from) {
            step = from.step;
            model = from.model;
            usage = from.usage;
            latency = from.latency;
            retries = from.retries;
            outcome = from.outcome;
        }

        /** Sets {@link ModelCall#step()}. */
        public Builder step(ModelStep step) {
            this.step = step;
            return this;
        }

        /** Sets {@link ModelCall#model()}. */
        public Builder model(String model) {
            this.model = model;
            return this;
        }

        /** Sets {@link ModelCall#usage()}. */
        public Builder usage(Usage usage) {
            this.usage = usage;
            return this;
        }

        /** Sets {@link ModelCall#latency()}. */
        public Builder latency(Duration latency) {
            this.latency = latency;
            return this;
        }

        /** Sets {@link ModelCall#retries()}. */
        public Builder retries(int retries) {
            this.retries = retries;
            return this;
        }

        /** Sets {@link ModelCall#outcome()}. */
        public Builder outcome(Outcome outcome) {
            this.outcome = outcome;
            return this;
        }

        /** Returns the call. */
        public ModelCall build() {
            return new ModelCall(this);
        }
    }
}
