package io.memu4j.spi.llm;

/** A chat model. Implementations are thread-safe. */
public interface ChatGenerator {
    /** {@return the name of the model, for reports and fingerprints; makes no call} */
    String name();

    /**
     * Returns the maximum tokens of a request and its answer together. Requests are sized to fit, as far as tokens can be estimated.
     *
     * @return 16,384 unless the implementation knows better
     */
    default int contextTokens() {
        return 16_384;
    }

    /**
     * Sends one request. The implementation retries failures that may pass.
     *
     * @param request the prompt
     * @return the answer, unchecked
     * @throws io.memu4j.error.ModelException if there is no answer, or the thread is interrupted
     * @throws io.memu4j.error.ConfigurationException if the provider rejects the key or does not know the model
     */
    ChatAnswer chat(ChatRequest request);
}
