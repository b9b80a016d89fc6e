package io.memu4j.internal.llm;

/**
 * What an operation is going to take, when every answer is good at the first attempt.
 *
 * @param calls of chat models
 * @param tokens sent and answered, roughly
 */
public record CallEstimate(int calls, long tokens) {
    /** It goes by rules. */
    public static final CallEstimate NOTHING = new CallEstimate(0, 0);

    public CallEstimate plus(CallEstimate other) {
        return new CallEstimate(calls + other.calls, tokens + other.tokens);
    }
}
