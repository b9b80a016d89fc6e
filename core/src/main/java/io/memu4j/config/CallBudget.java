package io.memu4j.config;

import io.memu4j.error.InvalidInputException;

/**
 * What one memorize may spend on chat, vision and transcription models. It is checked against an estimate before the first call;
 * embeddings are not counted.
 *
 * @param maxCalls the most calls, from 0
 * @param maxTokens the most tokens, sent and answered together, from 0
 */
public record CallBudget(int maxCalls, long maxTokens) {
    /** As much as it takes. */
    public static final CallBudget UNLIMITED = new CallBudget(Integer.MAX_VALUE, Long.MAX_VALUE);

    /** @throws InvalidInputException when a limit is negative */
    public CallBudget {
        if (maxCalls < 0 || maxTokens < 0) {
            throw new InvalidInputException(
                    "The budget is " + maxCalls + " calls and " + maxTokens + " tokens. Expected 0 or more of each.");
        }
    }

    /** That many calls, and as many tokens as they take. */
    public static CallBudget calls(int most) {
        return new CallBudget(most, Long.MAX_VALUE);
    }

    /** That many tokens, in as many calls as it takes. */
    public static CallBudget tokens(long most) {
        return new CallBudget(Integer.MAX_VALUE, most);
    }
}
