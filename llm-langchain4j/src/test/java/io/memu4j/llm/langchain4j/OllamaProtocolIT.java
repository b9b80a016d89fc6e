package io.memu4j.llm.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.error.ConfigurationException;
import io.memu4j.model.ModelStep;
import io.memu4j.model.Usage;
import io.memu4j.spi.llm.AnswerSchema;
import io.memu4j.spi.llm.ChatAnswer;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.spi.llm.Embedded;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.Picture;
import io.memu4j.tck.wire.ScriptedModelServer;
import io.memu4j.tck.wire.WireAnswers;
import io.memu4j.tck.wire.WireReply;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire to Ollama, and what is made of the answers. */
class OllamaProtocolIT {
    private static final ChatRequest REQUEST = ChatRequest.of("Be brief.", "What is this?", 300);

    private final ScriptedModelServer server = ScriptedModelServer.start();
    private final Models models = Servers.open(Servers.ollama(server));

    @AfterEach
    void close() {
        models.close();
        server.close();
    }

    @Test
    void a_chat_sets_the_context_size_and_the_length_and_brings_text_and_tokens_back() {
        server.chat(request -> "An answer.");

        ChatAnswer answer = models.chat(ModelStep.EXTRACT).orElseThrow().chat(REQUEST);

        assertThat(answer).isEqualTo(ChatAnswer.of("An answer.").withUsage(Usage.of(11, 7)));
        JsonNode sent = server.requests("/api/chat").get(0).json();
        assertThat(sent.path("model").asText()).isEqualTo("talker");
        assertThat(sent.path("stream").asBoolean(true)).isFalse();
        assertThat(sent.at("/options/num_ctx").asInt()).isEqualTo(16_384);
        assertThat(sent.at("/options/num_predict").asInt()).isEqualTo(300);
        assertThat(sent.has("format")).isFalse();
    }

    @Test
    void a_schema_goes_out_as_format() {
        AnswerSchema schema = new AnswerSchema(
                "facts",
                "{\"type\":\"object\",\"properties\":{\"fact\":{\"type\":\"string\"}},\"required\":[\"fact\"]}");

        models.chat(ModelStep.EXTRACT).orElseThrow().chat(REQUEST.withSchema(schema));

        assertThat(server.requests()
                        .get(0)
                        .json()
                        .at("/format/properties/fact/type")
                        .asText())
                .isEqualTo("string");
    }

    @Test
    void an_answer_that_was_cut_off_says_so() {
        server.next(WireReply.of(200, WireAnswers.ollamaChat("{\"a", "length")));

        assertThat(models.chat(ModelStep.EXTRACT).orElseThrow().chat(REQUEST).cutOff())
                .isTrue();
    }

    @Test
    void pictures_go_out_as_base64() {
        models.vision().orElseThrow().chat(REQUEST.withPictures(List.of(new Picture("image/png", new byte[] {1, 2, 3
        }))));

        JsonNode sent = server.requests().get(0).json();
        assertThat(sent.path("model").asText()).isEqualTo("seer");
        assertThat(sent.at("/messages/1/images/0").asText()).isEqualTo("AQID");
    }

    @Test
    void texts_go_out_in_batches_and_vectors_come_back_in_order() {
        List<String> texts = IntStream.range(0, 70).mapToObj(i -> "word" + i).toList();

        Embedded embedded = models.embedding().orElseThrow().embed(texts);

        assertThat(embedded.requests()).isEqualTo(3);
        assertThat(embedded.vectors().get(69))
                .isEqualTo(models.embedding().orElseThrow().embedQuery("word69"));
    }

    @Test
    void an_unknown_model_is_told_how_to_load_it() {
        server.next(WireReply.of(404, "{\"error\":\"model 'talker' not found\"}"));

        assertThatThrownBy(() -> models.chat(ModelStep.EXTRACT).orElseThrow().chat(REQUEST))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ollama pull talker");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_transcription_model_is_refused_before_anything_is_asked() {
        assertThatThrownBy(() -> Servers.open(Servers.ollama(server).withTranscriptionModel("whisper")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no transcription models");
    }
}
