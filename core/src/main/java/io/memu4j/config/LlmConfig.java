package io.memu4j.config;

import org.jspecify.annotations.Nullable;

/**
 * Which models understand and embed. Where a name is null, the provider's usual model is taken, if it has one.
 *
 * @param provider who offers them: a name known to an {@link io.memu4j.spi.llm.ModelProvider} on the class path
 * @param baseUrl the address of the provider, up to and without the last {@code /}, or null for the usual one
 * @param apiKey the key, or null to take it from the environment; never printed
 * @param chatModel the chat model of all steps without one of their own
 * @param visionModel the model that sees pictures
 * @param transcriptionModel the model that hears recordings
 * @param embeddingModel the embedding model
 * @param localEmbedding whether vectors are made by the embedding model in this process instead
 * @param stepModels chat models of single steps
 * @param limits how they are called
 */
public record LlmConfig(
        String provider,
        @Nullable String baseUrl,
        @Nullable String apiKey,
        @Nullable String chatModel,
        @Nullable String visionModel,
        @Nullable String transcriptionModel,
        @Nullable String embeddingModel,
        boolean localEmbedding,
        StepModels stepModels,
        ModelLimits limits) {
    /** The provider of {@link #local()}. */
    public static final String LOCAL = "local";

    /** The provider of {@link #openai()}. */
    public static final String OPENAI = "openai";

    /** The provider of {@link #ollama()}. */
    public static final String OLLAMA = "ollama";

    /** Everything in this process: an embedding model from the class path, rules instead of a chat model. No key, no network. */
    public static LlmConfig local() {
        return of(LOCAL);
    }

    /** No model at all: understanding by rules, search by words alone. */
    public static LlmConfig none() {
        return of("none");
    }

    /**
     * OpenAI with the key in the environment variable {@code OPENAI_API_KEY}; with {@link #withBaseUrl} any server that speaks OpenAI's
     * protocol, such as vLLM, LM Studio or OpenRouter. Such a server has no usual models: name them.
     */
    public static LlmConfig openai() {
        return of(OPENAI);
    }

    /** Ollama on this machine, or elsewhere with {@link #withBaseUrl}. No key. */
    public static LlmConfig ollama() {
        return of(OLLAMA);
    }

    private static LlmConfig of(String provider) {
        return new LlmConfig(provider, null, null, null, null, null, null, false, StepModels.SAME, ModelLimits.DEFAULT);
    }

    /** @param url for example {@code https://host/v1} */
    public LlmConfig withBaseUrl(String url) {
        String plain = url.strip();
        while (plain.endsWith("/")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return new LlmConfig(
                provider,
                plain,
                apiKey,
                chatModel,
                visionModel,
                transcriptionModel,
                embeddingModel,
                localEmbedding,
                stepModels,
                limits);
    }

    public LlmConfig withApiKey(String key) {
        return new LlmConfig(
                provider,
                baseUrl,
                key,
                chatModel,
                visionModel,
                transcriptionModel,
                embeddingModel,
                localEmbedding,
                stepModels,
                limits);
    }

    public LlmConfig withChatModel(String name) {
        return new LlmConfig(
                provider,
                baseUrl,
                apiKey,
                name,
                visionModel,
                transcriptionModel,
                embeddingModel,
                localEmbedding,
                stepModels,
                limits);
    }

    public LlmConfig withVisionModel(String name) {
        return new LlmConfig(
                provider,
                baseUrl,
                apiKey,
                chatModel,
                name,
                transcriptionModel,
                embeddingModel,
                localEmbedding,
                stepModels,
                limits);
    }

    public LlmConfig withTranscriptionModel(String name) {
        return new LlmConfig(
                provider,
                baseUrl,
                apiKey,
                chatModel,
                visionModel,
                name,
                embeddingModel,
                localEmbedding,
                stepModels,
                limits);
    }

    public LlmConfig withEmbeddingModel(String name) {
        return new LlmConfig(
                provider, baseUrl, apiKey, chatModel, visionModel, transcriptionModel, name, false, stepModels, limits);
    }

    /** Chat models of the provider, vectors by the embedding model of {@link #local()}. */
    public LlmConfig withLocalEmbedding() {
        return new LlmConfig(
                provider, baseUrl, apiKey, chatModel, visionModel, transcriptionModel, null, true, stepModels, limits);
    }

    public LlmConfig withStepModels(StepModels names) {
        return new LlmConfig(
                provider,
                baseUrl,
                apiKey,
                chatModel,
                visionModel,
                transcriptionModel,
                embeddingModel,
                localEmbedding,
                names,
                limits);
    }

    public LlmConfig withLimits(ModelLimits newLimits) {
        return new LlmConfig(
                provider,
                baseUrl,
                apiKey,
                chatModel,
                visionModel,
                transcriptionModel,
                embeddingModel,
                localEmbedding,
                stepModels,
                newLimits);
    }

    @Override
    public String toString() {
        return "LlmConfig[" + provider + (baseUrl == null ? "" : " at " + UrlText.withoutSecrets(baseUrl)) + ", key "
                + (apiKey == null ? "not set" : "set") + ", chat " + chatModel + ", vision " + visionModel
                + ", transcription " + transcriptionModel + ", embedding "
                + (localEmbedding ? LOCAL : embeddingModel) + "]";
    }
}
