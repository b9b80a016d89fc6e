package io.memu4j.spi.llm;

/** Answers a request in words. Thread-safe. */
public interface ChatGenerator {
    /** The model's name, for accounts and fingerprints. */
    String name();

    /**
     * The most tokens a request and its answer may have together; 16,384 where nothing else is known. Requests are made so that they fit, as
     * far as that can be estimated.
     */
    default int contextTokens() {
        return 16_384;
    }

    /**
     * Asks once; failures that pass by themselves are tried again inside.
     *
     * @throws io.memu4j.error.ModelException when no answer came
     * @throws io.memu4j.error.ConfigurationException when the provider refuses the key or does not know the model
     */
    ChatAnswer chat(ChatRequest request);
}
