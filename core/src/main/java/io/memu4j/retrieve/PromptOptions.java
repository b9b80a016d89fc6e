package io.memu4j.retrieve;

import io.memu4j.internal.prompt.TokenEstimate;

/**
 * How a result is rendered for a prompt. Immutable.
 *
 * @param maxTokens the budget for the whole text; nothing is rendered for 0 or less
 * @param counter counts tokens; by default an estimate: a token is four ASCII characters, two characters of another alphabet, or one of
 *     Chinese, Japanese or Korean
 * @param byTime whether passages are listed by the time at which they were said, instead of by rank. The same passages are chosen
 */
public record PromptOptions(int maxTokens, TokenCounter counter, boolean byTime) {
    /**
     * Returns the default rendering within a budget.
     *
     * @param maxTokens the budget
     * @return the options
     */
    public static PromptOptions of(int maxTokens) {
        return new PromptOptions(maxTokens, TokenEstimate::of, false);
    }

    /**
     * Returns a copy with another counter of tokens.
     *
     * @param newCounter of the model that reads the prompt
     * @return the copy
     */
    public PromptOptions withCounter(TokenCounter newCounter) {
        return new PromptOptions(maxTokens, newCounter, byTime);
    }

    /**
     * Returns a copy with another order of passages.
     *
     * @param wanted whether they are listed by time, the undated ones last
     * @return the copy
     */
    public PromptOptions withByTime(boolean wanted) {
        return new PromptOptions(maxTokens, counter, wanted);
    }
}
