package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.LlmConfig;
import io.memu4j.llm.langchain4j.LangChain4jModels;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ModelStep;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.spi.llm.Models;
import io.memu4j.tck.wire.ScriptedModelServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a model server, against one that runs here. */
class OwnModelServerTest {
    @TempDir
    Path folder;

    @Test
    void the_example_remembers_with_the_models_of_the_server() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        RetrieveResult found;
        try (ScriptedModelServer server = ScriptedModelServer.start()) {
            server.chat(request -> "{\"caption\": null, \"items\": []}");
            found = OwnModelServer.run(
                    OwnModelServer.models(server.openAiUrl(), "talker", "embedder"),
                    folder,
                    new PrintStream(printed, true, StandardCharsets.UTF_8));
        }

        assertThat(found.passages().get(0).value().text()).startsWith("My bicycle is in the cellar.");
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("EMBED embedder OK")
                .doesNotContain("FAILED", "and 0 embedding calls");
    }

    @Test
    void what_costs_nothing_is_affordable() {
        try (MemoryServiceFactory memu = MemoryServiceFactory.inMemory()) {
            assertThat(OwnModelServer.affordable(memu.service(), MemorizeRequest.text("notes", "I like tea.")))
                    .isTrue();
        }
    }

    @Test
    void providers_can_be_chosen() {
        assertThat(OwnModelServer.providers("sk-1").toString())
                .contains("gpt-4o")
                .doesNotContain("sk-1");
        assertThat(OwnModelServer.providers("ollama").localEmbedding()).isTrue();
        assertThat(OwnModelServer.providers("")).isEqualTo(LlmConfig.openai());
    }

    @Test
    void models_of_the_application_can_be_handed_in() {
        try (ScriptedModelServer server = ScriptedModelServer.start();
                Models models = handedIn(server.openAiUrl())) {
            assertThat(models.chat(ModelStep.EXTRACT).orElseThrow().name()).isEqualTo("big");
            assertThat(models.chat(ModelStep.RANK).orElseThrow().name()).isEqualTo("small");
            assertThat(models.embedding().orElseThrow().embedQuery("tea")).hasSize(64);
        }
    }

    private static Models handedIn(String url) {
        // region handed-in
        ChatModel big = OpenAiChatModel.builder()
                .baseUrl(url)
                .modelName("big")
                .maxRetries(0) // memu4j tries again by itself, and counts it
                .build();
        ChatModel small = OpenAiChatModel.builder()
                .baseUrl(url)
                .modelName("small")
                .maxRetries(0)
                .build();
        EmbeddingModel embedding = OpenAiEmbeddingModel.builder()
                .baseUrl(url)
                .modelName("embedder")
                .maxRetries(0)
                .build();
        Models models = LangChain4jModels.builder()
                .chat(big) // every step asked in words
                .chat(ModelStep.RANK, small) // but this one
                .vision(big)
                .embedding(embedding, "embedder", "") // the last: what the model wants before a question
                .build();
        // endregion
        return models;
    }
}
