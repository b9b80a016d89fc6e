package io.memu4j.config;

import org.jspecify.annotations.Nullable;

/**
 * Which models understand and embed.
 *
 * @param provider who offers them: a name known to an {@link io.memu4j.spi.llm.ModelProvider} on the class path
 * @param embeddingModel the embedding model, or null for the provider's usual one
 */
public record LlmConfig(String provider, @Nullable String embeddingModel) {
    /** The provider of {@link #local()}. */
    public static final String LOCAL = "local";

    /** Everything in this process: an embedding model from the class path, rules instead of a chat model. No key, no network. */
    public static LlmConfig local() {
        return new LlmConfig(LOCAL, null);
    }

    /** No model at all: understanding by rules, search by words alone. */
    public static LlmConfig none() {
        return new LlmConfig("none", null);
    }
}
