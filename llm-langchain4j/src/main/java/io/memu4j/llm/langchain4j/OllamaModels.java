package io.memu4j.llm.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import io.memu4j.config.LlmConfig;
import io.memu4j.config.ModelLimits;
import io.memu4j.error.ConfigurationException;
import io.memu4j.spi.llm.Models;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Makes models that speak Ollama's protocol. */
final class OllamaModels {
    private static final String USUAL_URL = "http://localhost:11434";
    private static final int BATCH = 32;

    private final String url;
    private final String host;
    private final ModelLimits limits;
    private final HttpTransportBuilder http;

    private OllamaModels(URI url, ModelLimits limits) {
        this.url = url.toString();
        this.host = Addresses.host(url);
        this.limits = limits;
        this.http = new HttpTransportBuilder(limits.timeout());
    }

    static Models create(LlmConfig llm) {
        List<String> faults = new ArrayList<>();
        URI url = Addresses.checked(llm.baseUrl() == null ? USUAL_URL : llm.baseUrl(), faults);
        if (llm.transcriptionModel() != null) {
            faults.add("Ollama has no transcription models: leave LlmConfig.withTranscriptionModel(..) out");
        }
        if (!faults.isEmpty() || url == null) {
            throw new ConfigurationException("The models of Ollama cannot be used: " + String.join("; ", faults) + ".");
        }
        return new OllamaModels(url, Limits.checked(llm.limits())).models(llm);
    }

    private Models models(LlmConfig llm) {
        Attempts attempts = new Attempts(limits);
        Parallel threads = new Parallel(limits.maxConcurrentCalls());
        String chat = llm.chatModel() == null ? "llama3.1" : llm.chatModel();
        String embedding = llm.embeddingModel() == null ? "nomic-embed-text" : llm.embeddingModel();
        var chats = new RemoteModels(
                llm, this::chatModel, name -> endpoint("chat model", name), ChatDialect.COMMON, attempts);
        var pictures = new RemoteModels(
                llm, this::chatModel, name -> endpoint("vision model", name), ChatDialect.COMMON, attempts);
        return new ModelSet(
                chats.bySteps(chat),
                llm.visionModel() == null ? null : pictures.named(llm.visionModel(), chat),
                null,
                llm.localEmbedding() ? null : embedding(embedding, attempts, threads),
                threads);
    }

    /** Without a context size Ollama cuts long requests without a word. */
    private ChatModel chatModel(String name) {
        return OllamaChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(url)
                .modelName(name)
                .numCtx(limits.contextTokens())
                .temperature(0.0)
                .maxRetries(0)
                .build();
    }

    private EmbeddingAdapter embedding(String name, Attempts attempts, Parallel threads) {
        var model = OllamaEmbeddingModel.builder()
                .httpClientBuilder(http)
                .baseUrl(url)
                .modelName(name)
                .maxRetries(0)
                .build();
        return new EmbeddingAdapter(
                model,
                endpoint("embedding model", name),
                EmbeddingProfile.ofName(name, BATCH).withTextTokens(limits.maxEmbeddedTokens()),
                attempts,
                threads);
    }

    private Endpoint endpoint(String kind, String name) {
        return new Endpoint(
                kind,
                name,
                host,
                "Ollama itself asks for no key: check the base URL and what stands before it.",
                "Load it with: ollama pull " + name);
    }
}
