package io.memu4j.config;

import java.time.Duration;

/**
 * How models are called.
 *
 * @param timeout the longest one attempt may take, from connecting to the last byte
 * @param maxRetries how often a failure that may pass is tried again, from 0; waiting grows with each, up to 20 s
 * @param maxRetryAfter the longest wait a provider may ask for; where it asks for more, the call fails at once
 * @param maxConcurrentCalls calls of the same factory at the same time, from 1; others wait
 * @param contextTokens the most tokens a request and its answer may have together, from 1; a text that is longer is asked about in parts
 * @param maxAnswerTokens where an answer is cut off, whatever the request says, from 1
 * @param maxEmbeddedTokens where a text is cut before an embedding model gets it, from 100; 0 for what is known of the model
 */
public record ModelLimits(
        Duration timeout,
        int maxRetries,
        Duration maxRetryAfter,
        int maxConcurrentCalls,
        int contextTokens,
        int maxAnswerTokens,
        int maxEmbeddedTokens) {
    /** 2 minutes, 3 retries, waits up to 1 minute, 4 calls at a time, 16,384 tokens, of which 4,096 are the answer's; texts to embed as the model takes them. */
    public static final ModelLimits DEFAULT =
            new ModelLimits(Duration.ofMinutes(2), 3, Duration.ofMinutes(1), 4, 16_384, 4_096, 0);

    public ModelLimits withTimeout(Duration longest) {
        return new ModelLimits(
                longest,
                maxRetries,
                maxRetryAfter,
                maxConcurrentCalls,
                contextTokens,
                maxAnswerTokens,
                maxEmbeddedTokens);
    }

    public ModelLimits withMaxRetries(int most) {
        return new ModelLimits(
                timeout, most, maxRetryAfter, maxConcurrentCalls, contextTokens, maxAnswerTokens, maxEmbeddedTokens);
    }

    public ModelLimits withMaxRetryAfter(Duration longest) {
        return new ModelLimits(
                timeout, maxRetries, longest, maxConcurrentCalls, contextTokens, maxAnswerTokens, maxEmbeddedTokens);
    }

    public ModelLimits withMaxConcurrentCalls(int most) {
        return new ModelLimits(
                timeout, maxRetries, maxRetryAfter, most, contextTokens, maxAnswerTokens, maxEmbeddedTokens);
    }

    public ModelLimits withContextTokens(int most) {
        return new ModelLimits(
                timeout, maxRetries, maxRetryAfter, maxConcurrentCalls, most, maxAnswerTokens, maxEmbeddedTokens);
    }

    public ModelLimits withMaxAnswerTokens(int most) {
        return new ModelLimits(
                timeout, maxRetries, maxRetryAfter, maxConcurrentCalls, contextTokens, most, maxEmbeddedTokens);
    }

    public ModelLimits withMaxEmbeddedTokens(int most) {
        return new ModelLimits(
                timeout, maxRetries, maxRetryAfter, maxConcurrentCalls, contextTokens, maxAnswerTokens, most);
    }
}
