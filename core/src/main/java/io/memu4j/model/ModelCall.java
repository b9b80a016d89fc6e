package io.memu4j.model;

import java.time.Duration;

/**
 * One call of a model, for accounts. It holds nothing of what was said.
 *
 * @param step what the model was asked for
 * @param model the model's name
 * @param usage tokens, as far as the provider says
 * @param latency from the request to the answer, with waiting and repeated attempts
 * @param retries attempts that failed before the last one, from 0
 * @param outcome how it ended
 */
public record ModelCall(ModelStep step, String model, Usage usage, Duration latency, int retries, Outcome outcome) {
    /** How a call ended. */
    public enum Outcome {
        /** The answer was used. */
        OK,
        /** There was an answer, and nothing could be made of it. */
        UNUSABLE,
        /** There was no answer. */
        FAILED
    }
}
