package io.memu4j.llm.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiAudioTranscriptionModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import io.memu4j.config.LlmConfig;
import io.memu4j.config.ModelLimits;
import io.memu4j.error.ConfigurationException;
import io.memu4j.spi.llm.Models;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes models that speak OpenAI's protocol. */
final class OpenAiModels {
    /** The variable the key is taken from. */
    static final String KEY_VARIABLE = "OPENAI_API_KEY";

    private static final String USUAL_URL = "https://api.openai.com/v1";
    private static final int BATCH = 128;

    private final String url;
    private final String host;
    private final boolean usual;
    private final @Nullable String key;
    private final ModelLimits limits;
    private final HttpTransportBuilder http;

    private OpenAiModels(URI url, @Nullable String key, ModelLimits limits) {
        this.url = url.toString();
        this.host = Addresses.host(url);
        this.usual = this.url.equals(USUAL_URL);
        this.key = key;
        this.limits = limits;
        this.http = new HttpTransportBuilder(limits.timeout());
    }

    static Models create(LlmConfig llm, UnaryOperator<@Nullable String> environment) {
        List<String> faults = new ArrayList<>();
        String key = llm.apiKey() == null ? environment.apply(KEY_VARIABLE) : llm.apiKey();
        String known = key == null || key.isBlank() ? null : key.strip();
        URI url = Addresses.checked(llm.baseUrl() == null ? USUAL_URL : llm.baseUrl(), faults);
        boolean usual = llm.baseUrl() == null || llm.baseUrl().equals(USUAL_URL);
        if (usual && known == null) {
            faults.add(
                    "there is no key: set the environment variable " + KEY_VARIABLE + " or LlmConfig.withApiKey(..)");
        }
        if (known != null && !known.matches("[\\x21-\\x7e]+")) {
            faults.add("the key has characters that no key has: set " + KEY_VARIABLE + " or LlmConfig.withApiKey(..)"
                    + " to the key alone");
        }
        if (!usual && llm.chatModel() == null) {
            faults.add("a server of your own has no usual chat model: name it with LlmConfig.withChatModel(..)");
        }
        if (!usual && llm.embeddingModel() == null && !llm.localEmbedding()) {
            faults.add("a server of your own has no usual embedding model: name it with"
                    + " LlmConfig.withEmbeddingModel(..), or choose LlmConfig.withLocalEmbedding()");
        }
        if (!faults.isEmpty() || url == null) {
            throw new ConfigurationException("The models of OpenAI cannot be used: " + String.join("; ", faults) + ".");
        }
        return new OpenAiModels(url, known, Limits.checked(llm.limits())).models(llm);
    }

    private Models models(LlmConfig llm) {
        Attempts attempts = new Attempts(limits);
        Parallel threads = new Parallel(limits.maxConcurrentCalls());
        String chat = name(llm.chatModel(), "gpt-4o-mini");
        var chats = new RemoteModels(
                llm, this::chatModel, name -> endpoint("chat model", name, "Chat"), this::parameters, attempts);
        var pictures = new RemoteModels(
                llm, this::chatModel, name -> endpoint("vision model", name, "Vision"), this::parameters, attempts);
        String vision = llm.visionModel() == null && usual ? chat : llm.visionModel();
        String hearing = llm.transcriptionModel() == null && usual ? "whisper-1" : llm.transcriptionModel();
        return new ModelSet(
                chats.bySteps(chat),
                vision == null ? null : pictures.named(vision, chat),
                hearing == null
                        ? null
                        : new TranscriptionAdapter(
                                transcriptionModel(hearing),
                                endpoint("transcription model", hearing, "Transcription"),
                                attempts),
                llm.localEmbedding()
                        ? null
                        : embedding(name(llm.embeddingModel(), "text-embedding-3-small"), attempts, threads),
                threads);
    }

    private static String name(@Nullable String chosen, String usual) {
        return chosen == null ? usual : chosen;
    }

    private ChatModel chatModel(String name) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(url)
                .apiKey(key)
                .modelName(name)
                .strictJsonSchema(
                        usual) // our schemas keep to OpenAI's rules for it; other servers may not know the word
                .maxRetries(0)
                .build();
    }

    /** Newer models of OpenAI refuse the length under its old name; many other servers know no other. */
    private OpenAiChatRequestParameters parameters(
            int answerTokens, io.memu4j.spi.llm.@Nullable AnswerSchema schema, boolean steady) {
        OpenAiChatRequestParameters.Builder parameters = OpenAiChatRequestParameters.builder();
        if (steady) {
            parameters.temperature(0.0);
        }
        if (usual) {
            parameters.maxCompletionTokens(answerTokens);
        } else {
            parameters.maxOutputTokens(answerTokens);
        }
        return parameters.responseFormat(ChatDialect.format(schema)).build();
    }

    private OpenAiAudioTranscriptionModel transcriptionModel(String name) {
        return OpenAiAudioTranscriptionModel.builder()
                .httpClientProvider(http)
                .baseUrl(url)
                .apiKey(key)
                .modelName(name)
                .maxRetries(0)
                .build();
    }

    private EmbeddingAdapter embedding(String name, Attempts attempts, Parallel threads) {
        var model = OpenAiEmbeddingModel.builder()
                .httpClientBuilder(http)
                .baseUrl(url)
                .apiKey(key)
                .modelName(name)
                .maxSegmentsPerBatch(BATCH)
                .maxRetries(0)
                .build();
        return new EmbeddingAdapter(
                model,
                endpoint("embedding model", name, "Embedding"),
                EmbeddingProfile.ofName(name, BATCH).withTextTokens(limits.maxEmbeddedTokens()),
                attempts,
                threads);
    }

    private Endpoint endpoint(String kind, String name, String option) {
        return new Endpoint(
                kind,
                name,
                host,
                "Set the environment variable " + KEY_VARIABLE + " or LlmConfig.withApiKey(..) to a valid key.",
                "Name another with LlmConfig.with" + option + "Model(..), --" + option.toLowerCase(Locale.ROOT)
                        + "-model of the command, or check the base URL.");
    }
}
