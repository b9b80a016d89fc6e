package io.memu4j.llm.langchain4j;

import io.memu4j.config.LlmConfig;
import io.memu4j.config.ModelLimits;
import io.memu4j.spi.llm.Models;
import io.memu4j.tck.wire.ScriptedModelServer;
import java.time.Duration;

/** Models that talk to a scripted server. */
final class Servers {
    static final String KEY = "sk-test-0123456789abcdef";
    static final ModelLimits LIMITS = ModelLimits.DEFAULT.withTimeout(Duration.ofSeconds(20));

    private Servers() {}

    static LlmConfig openAi(ScriptedModelServer server) {
        return LlmConfig.openai()
                .withBaseUrl(server.openAiUrl())
                .withApiKey(KEY)
                .withChatModel("talker")
                .withVisionModel("seer")
                .withTranscriptionModel("hearer")
                .withEmbeddingModel("embedder")
                .withLimits(LIMITS);
    }

    static LlmConfig ollama(ScriptedModelServer server) {
        return LlmConfig.ollama()
                .withBaseUrl(server.ollamaUrl())
                .withChatModel("talker")
                .withVisionModel("seer")
                .withEmbeddingModel("embedder")
                .withLimits(LIMITS);
    }

    static Models open(LlmConfig llm) {
        return llm.provider().equals(LlmConfig.OLLAMA)
                ? new OllamaModelProvider().create(llm)
                : new OpenAiModelProvider(name -> null).create(llm);
    }
}
