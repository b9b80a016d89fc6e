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

    /**
     * {@return a builder for a used answer without retries, of unknown usage}
     *
     * @param step what the call was for
     * @param model the name of the model
     */
    public static Builder builder(ModelStep step, String model) {
        return new Builder(step, model);
    }

    /** {@return a builder that starts with all parts of this call} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return what the model was asked for} */
    public ModelStep step() {
        return step;
    }

    /** {@return the model's name} */
    public String model() {
        return model;
    }

    /** {@return the tokens, as far as the provider reports them} */
    public Usage usage() {
        return usage;
    }

    /** {@return the time from the request to the answer, with waiting and repeated attempts} */
    public Duration latency() {
        return latency;
    }

    /** {@return the number of attempts that failed before the last one, from 0} */
    public int retries() {
        return retries;
    }

    /** {@return how the call ended} */
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

        /**
         * Sets {@link ModelCall#step()}.
         *
         * @param step the new value
         * @return this builder
         */
        public Builder step(ModelStep step) {
            this.step = step;
            return this;
        }

        /**
         * Sets {@link ModelCall#model()}.
         *
         * @param model the new value
         * @return this builder
         */
        public Builder model(String model) {
            this.model = model;
            return this;
        }

        /**
         * Sets {@link ModelCall#usage()}.
         *
         * @param usage the new value
         * @return this builder
         */
        public Builder usage(Usage usage) {
            this.usage = usage;
            return this;
        }

        /**
         * Sets {@link ModelCall#latency()}.
         *
         * @param latency the new value
         * @return this builder
         */
        public Builder latency(Duration latency) {
            this.latency = latency;
            return this;
        }

        /**
         * Sets {@link ModelCall#retries()}.
         *
         * @param retries the new value
         * @return this builder
         */
        public Builder retries(int retries) {
            this.retries = retries;
            return this;
        }

        /**
         * Sets {@link ModelCall#outcome()}.
         *
         * @param outcome the new value
         * @return this builder
         */
        public Builder outcome(Outcome outcome) {
            this.outcome = outcome;
            return this;
        }

        /** {@return the call} */
        public ModelCall build() {
            return new ModelCall(this);
        }
    }
}
