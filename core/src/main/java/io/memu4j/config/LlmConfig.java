package io.memu4j.config;

import io.memu4j.internal.value.ValueFields;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The provider and the names of the models that understand and embed. If a name is null, the provider's default model is used, if it has one.
 * Immutable. {@link #toString} does not show the key.
 */
public final class LlmConfig {
    /** The provider of {@link #local()}. */
    public static final String LOCAL = "local";

    /** The provider of {@link #openai()}. */
    public static final String OPENAI = "openai";

    /** The provider of {@link #ollama()}. */
    public static final String OLLAMA = "ollama";

    private final Fields fields;

    private LlmConfig(Fields fields) {
        this.fields = fields;
    }

    /** {@return an embedding model in this process, and rules instead of a chat model} Needs no key and no network. */
    public static LlmConfig local() {
        return of(LOCAL);
    }

    /** {@return no model at all: rules understand, and search compares words only} */
    public static LlmConfig none() {
        return of("none");
    }

    /**
     * Uses OpenAI, or with {@link #withBaseUrl} a server with OpenAI's protocol, such as vLLM, LM Studio or OpenRouter. Such a server has no
     * default models, so name them. Without {@link #withApiKey} the key is the environment variable {@code OPENAI_API_KEY}.
     *
     * @return the configuration
     */
    public static LlmConfig openai() {
        return of(OPENAI);
    }

    /** {@return Ollama on this machine, or on another one with {@link #withBaseUrl}} Needs no key. */
    public static LlmConfig ollama() {
        return of(OLLAMA);
    }

    /**
     * Uses the provider of that name.
     *
     * @param provider a name that a {@link io.memu4j.spi.llm.ModelProvider} on the class path supports
     * @return the configuration
     */
    public static LlmConfig of(String provider) {
        return new LlmConfig(new Fields(provider));
    }

    /**
     * Returns a copy with the address of the server.
     *
     * @param url for example {@code https://host/v1}; slashes at its end are removed
     * @return the copy
     */
    public LlmConfig withBaseUrl(String url) {
        String plain = url.strip();
        while (plain.endsWith("/")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        String address = plain;
        return copy(f -> f.baseUrl = address);
    }

    /**
     * Returns a copy with a key.
     *
     * @param key never printed or logged
     * @return the copy
     */
    public LlmConfig withApiKey(String key) {
        return copy(f -> f.apiKey = key);
    }

    /**
     * Returns a copy with a chat model for every step that has no model of its own.
     *
     * @param name as the provider spells it
     * @return the copy
     */
    public LlmConfig withChatModel(String name) {
        return copy(f -> f.chatModel = name);
    }

    /**
     * Returns a copy with a model that reads pictures.
     *
     * @param name as the provider spells it
     * @return the copy
     */
    public LlmConfig withVisionModel(String name) {
        return copy(f -> f.visionModel = name);
    }

    /**
     * Returns a copy with a model that transcribes recordings.
     *
     * @param name as the provider spells it
     * @return the copy
     */
    public LlmConfig withTranscriptionModel(String name) {
        return copy(f -> f.transcriptionModel = name);
    }

    /**
     * Returns a copy with an embedding model of the provider. Undoes {@link #withLocalEmbedding}.
     *
     * @param name as the provider spells it
     * @return the copy
     */
    public LlmConfig withEmbeddingModel(String name) {
        return copy(f -> {
            f.embeddingModel = name;
            f.localEmbedding = false;
        });
    }

    /** {@return a copy with the embedding model of {@link #local()} beside the provider's chat models} */
    public LlmConfig withLocalEmbedding() {
        return copy(f -> {
            f.embeddingModel = null;
            f.localEmbedding = true;
        });
    }

    /**
     * Returns a copy with chat models of single steps.
     *
     * @param names the names by step
     * @return the copy
     */
    public LlmConfig withStepModels(StepModels names) {
        return copy(f -> f.stepModels = names);
    }

    /**
     * Returns a copy with other limits.
     *
     * @param limits time-outs, retries and sizes of calls
     * @return the copy
     */
    public LlmConfig withLimits(ModelLimits limits) {
        return copy(f -> f.limits = limits);
    }

    /** {@return the name of the provider} */
    public String provider() {
        return fields.provider;
    }

    /** {@return the address of the server without a slash at its end, or null for the provider's own} */
    public @Nullable String baseUrl() {
        return fields.baseUrl;
    }

    /** {@return the key, or null to read it from the environment} */
    public @Nullable String apiKey() {
        return fields.apiKey;
    }

    /** {@return the chat model of all steps without a model of their own, or null} */
    public @Nullable String chatModel() {
        return fields.chatModel;
    }

    /** {@return the model that reads pictures, or null} */
    public @Nullable String visionModel() {
        return fields.visionModel;
    }

    /** {@return the model that transcribes recordings, or null} */
    public @Nullable String transcriptionModel() {
        return fields.transcriptionModel;
    }

    /** {@return the embedding model, or null} */
    public @Nullable String embeddingModel() {
        return fields.embeddingModel;
    }

    /** {@return whether the embedding model of this process is used instead of the provider's} */
    public boolean localEmbedding() {
        return fields.localEmbedding;
    }

    /** {@return the chat models of single steps} */
    public StepModels stepModels() {
        return fields.stepModels;
    }

    /** {@return time-outs, retries and sizes of calls} */
    public ModelLimits limits() {
        return fields.limits;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LlmConfig config && config.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        String url = baseUrl();
        return "LlmConfig[" + provider() + (url == null ? "" : " at " + UrlText.withoutSecrets(url)) + ", key "
                + (apiKey() == null ? "not set" : "set") + ", chat " + chatModel() + ", vision " + visionModel()
                + ", transcription " + transcriptionModel() + ", embedding "
                + (localEmbedding() ? LOCAL : embeddingModel()) + "]";
    }

    private LlmConfig copy(Consumer<Fields> change) {
        return new LlmConfig(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        final String provider;

        @Nullable
        String baseUrl;

        @Nullable
        String apiKey;

        @Nullable
        String chatModel;

        @Nullable
        String visionModel;

        @Nullable
        String transcriptionModel;

        @Nullable
        String embeddingModel;

        boolean localEmbedding;
        StepModels stepModels = StepModels.SAME;
        ModelLimits limits = ModelLimits.DEFAULT;

        Fields(String provider) {
            this.provider = provider;
        }

        @Override
        protected List<@Nullable Object> compared() {
            return Arrays.asList(
                    provider,
                    baseUrl,
                    apiKey,
                    chatModel,
                    visionModel,
                    transcriptionModel,
                    embeddingModel,
                    localEmbedding,
                    stepModels,
                    limits);
        }
    }
}
