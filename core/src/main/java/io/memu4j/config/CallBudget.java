package io.memu4j.config;

import io.memu4j.error.InvalidInputException;

/**
 * A limit on what one memorize may spend on chat, vision and transcription models. It is compared with an estimate before the first call.
 * Embedding calls are not counted.
 *
 * @param maxCalls the maximum number of calls, from 0
 * @param maxTokens the maximum number of tokens, sent and received together, from 0
 */
public record CallBudget(int maxCalls, long maxTokens) {
    /** No limit. */
    public static final CallBudget UNLIMITED = new CallBudget(Integer.MAX_VALUE, Long.MAX_VALUE);

    /**
     * Checks both limits.
     *
     * @param maxCalls from 0
     * @param maxTokens from 0
     * @throws InvalidInputException if a limit is negative
     */
    public CallBudget {
        if (maxCalls < 0 || maxTokens < 0) {
            throw new InvalidInputException(
                    "The budget is " + maxCalls + " calls and " + maxTokens + " tokens. Expected 0 or more of each.");
        }
    }

    /**
     * Limits the number of calls and not the number of tokens.
     *
     * @param most the maximum number of calls, from 0
     * @return the budget
     */
    public static CallBudget calls(int most) {
        return new CallBudget(most, Long.MAX_VALUE);
    }

    /**
     * Limits the number of tokens and not the number of calls.
     *
     * @param most the maximum number of tokens, from 0
     * @return the budget
     */
    public static CallBudget tokens(long most) {
        return new CallBudget(Integer.MAX_VALUE, most);
    }
}
