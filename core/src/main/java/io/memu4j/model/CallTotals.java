package io.memu4j.model;

import java.time.Duration;

/**
 * What one operation cost in model calls. Tokens are those the providers told; where one does not tell, the sum is too low.
 *
 * @param calls calls of chat, vision and transcription models, failed ones included
 * @param embeddingCalls requests to the embedding model, failed ones included
 * @param inputTokens tokens sent
 * @param outputTokens tokens answered
 * @param retries attempts that failed and were repeated
 * @param latency time spent in calls; calls at the same time count each
 */
public record CallTotals(
        int calls, int embeddingCalls, long inputTokens, long outputTokens, int retries, Duration latency) {
    /** No model was called. */
    public static final CallTotals NONE = new CallTotals(0, 0, 0, 0, 0, Duration.ZERO);
}
