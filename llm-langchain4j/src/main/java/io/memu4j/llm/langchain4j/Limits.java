package io.memu4j.llm.langchain4j;

import io.memu4j.config.ModelLimits;
import io.memu4j.error.ConfigurationException;
import java.util.ArrayList;
import java.util.List;

/** Checks limits before anything is made with them. */
final class Limits {
    private static final int LEAST_EMBEDDED = 100;

    private Limits() {}

    /** @throws ConfigurationException naming all faults */
    static ModelLimits checked(ModelLimits limits) {
        List<String> faults = new ArrayList<>();
        if (limits.timeout().isNegative() || limits.timeout().isZero()) {
            faults.add("the timeout is " + limits.timeout() + ": allow at least 1 ms");
        }
        if (limits.maxRetries() < 0 || limits.maxRetryAfter().isNegative()) {
            faults.add("the retries are negative: use 0 for none");
        }
        if (limits.maxConcurrentCalls() < 1) {
            faults.add("maxConcurrentCalls is " + limits.maxConcurrentCalls() + ": allow at least 1");
        }
        if (limits.contextTokens() < 1 || limits.maxAnswerTokens() < 1) {
            faults.add("contextTokens and maxAnswerTokens must be at least 1");
        }
        if (limits.maxEmbeddedTokens() != 0 && limits.maxEmbeddedTokens() < LEAST_EMBEDDED) {
            faults.add("maxEmbeddedTokens is " + limits.maxEmbeddedTokens()
                    + ": use 0 for what is known of the model, or" + " at least " + LEAST_EMBEDDED);
        }
        if (!faults.isEmpty()) {
            throw new ConfigurationException("The models cannot be called: " + String.join("; ", faults) + ".");
        }
        return limits;
    }
}
