package io.memu4j.llm.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.config.LlmConfig;
import io.memu4j.error.ModelException;
import io.memu4j.spi.llm.Embedded;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.tck.wire.ScriptedModelServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are longer than an embedding model takes. */
class LongTextsIT {
    private static final String SENTENCE = "We were at the harbour of Porto again. ";

    private final ScriptedModelServer server = ScriptedModelServer.start();
    private final List<Models> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Models::close);
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BAAI/bge-small-en-v1.5", "intfloat/multilingual-e5-large", "mxbai-embed-large"})
    void are_cut_at_the_end_of_a_sentence_where_the_name_tells_what_it_takes(String name) {
        server.embeds(4 * 512);

        Embedded made =
                model(Servers.openAi(server).withEmbeddingModel(name)).embed(List.of(SENTENCE.repeat(77), "short"));

        assertThat(made.vectors()).hasSize(2);
        assertThat(made.retries()).isZero();
        assertThat(sent(0)).hasSizeBetween(1_000, 2_048).endsWith("again.");
        assertThat(sent(1)).endsWith("short");
    }

    @Test
    void are_cut_more_where_the_server_refuses_them_and_from_then_on() {
        server.embeds(3_000);
        TextEmbedder model = model(Servers.openAi(server));

        Embedded made = model.embed(List.of("猫".repeat(4_000), SENTENCE.repeat(200), "short"));

        assertThat(made.vectors()).hasSize(3);
        assertThat(made.retries()).isBetween(1, 4);
        int before = server.requests().size();
        assertThat(model.embed(List.of(SENTENCE.repeat(200))).retries()).isZero();
        assertThat(server.requests()).hasSize(before + 1);
    }

    @Test
    void are_cut_to_what_the_application_says() {
        server.embeds(800);
        LlmConfig llm = Servers.openAi(server).withLimits(Servers.LIMITS.withMaxEmbeddedTokens(200));

        assertThat(model(llm).embed(List.of(SENTENCE.repeat(200))).retries()).isZero();
    }

    @Test
    void that_no_cut_makes_short_enough_say_what_to_set() {
        server.embeds(10);

        assertThatThrownBy(() -> model(Servers.openAi(server)).embed(List.of(SENTENCE.repeat(200))))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("embedding model 'embedder'")
                .hasMessageContaining("ModelLimits.withMaxEmbeddedTokens");
    }

    @Test
    void go_out_in_requests_that_a_provider_takes() {
        List<String> texts = Collections.nCopies(100, SENTENCE.repeat(200));

        Embedded made = model(Servers.openAi(server)).embed(texts);

        assertThat(made.vectors()).hasSize(100);
        assertThat(server.requests()).allSatisfy(request -> {
            int characters = 0;
            for (JsonNode text : request.json().path("input")) {
                characters += text.asText().length();
            }
            assertThat(characters).isLessThanOrEqualTo(4 * 100_000);
        });
    }

    private TextEmbedder model(LlmConfig llm) {
        Models models = Servers.open(llm);
        opened.add(models);
        return models.embedding().orElseThrow();
    }

    private String sent(int index) {
        return server.requests().get(0).json().path("input").path(index).asText();
    }
}
