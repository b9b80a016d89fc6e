package io.memu4j.llm.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.config.CallBudget;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.ModelCall;
import io.memu4j.model.ModelStep;
import io.memu4j.model.Usage;
import io.memu4j.spi.llm.AnswerSchema;
import io.memu4j.spi.llm.ChatAnswer;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.spi.llm.Embedded;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.Picture;
import io.memu4j.spi.llm.Sound;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.llm.Transcription;
import io.memu4j.tck.wire.ScriptedModelServer;
import io.memu4j.tck.wire.WireAnswers;
import io.memu4j.tck.wire.WireReply;
import io.memu4j.tck.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire to a server that speaks OpenAI's protocol, and what is made of the answers. */
class OpenAiProtocolIT {
    private static final ChatRequest REQUEST = ChatRequest.of("Be brief.", "What is {this}?", 300);
    private static final AnswerSchema SCHEMA = new AnswerSchema(
            "facts",
            "{\"type\":\"object\",\"properties\":{\"facts\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}},"
                    + "\"required\":[\"facts\"],\"additionalProperties\":false}");

    private final ScriptedModelServer server = ScriptedModelServer.start();
    private final Models models = Servers.open(Servers.openAi(server));

    @AfterEach
    void close() {
        models.close();
        server.close();
    }

    @Test
    void a_chat_sends_rules_text_length_and_key_and_brings_text_and_tokens_back() {
        server.chat(request -> "An answer.");

        ChatAnswer answer = chat().chat(REQUEST);

        assertThat(answer).isEqualTo(ChatAnswer.of("An answer.").withUsage(Usage.of(11, 7)));
        WireRequest sent = server.requests().get(0);
        assertThat(sent.path()).isEqualTo("/v1/chat/completions");
        assertThat(sent.headers()).containsEntry("authorization", "Bearer " + Servers.KEY);
        assertThat(sent.json().path("model").asText()).isEqualTo("talker");
        assertThat(sent.json().path("max_tokens").asInt()).isEqualTo(300);
        assertThat(sent.json().at("/messages/0/role").asText()).isEqualTo("system");
        assertThat(sent.json().at("/messages/0/content").asText()).isEqualTo("Be brief.");
        assertThat(sent.json().at("/messages/1").toString()).contains("What is {this}?");
        assertThat(sent.json().has("response_format")).isFalse();
    }

    @Test
    void a_schema_goes_out_as_response_format() {
        chat().chat(REQUEST.withSchema(SCHEMA));

        JsonNode format = server.requests().get(0).json().path("response_format");
        assertThat(format.path("type").asText()).isEqualTo("json_schema");
        assertThat(format.at("/json_schema/name").asText()).isEqualTo("facts");
        assertThat(format.at("/json_schema/schema/properties/facts/type").asText())
                .isEqualTo("array");
    }

    @Test
    void a_server_that_refuses_schemas_is_asked_without_them_from_then_on() {
        server.chat(request -> "{}");
        server.next(WireReply.error(400, "invalid_request", "Unknown parameter: 'response_format'."));

        ChatAnswer first = chat().chat(REQUEST.withSchema(SCHEMA));
        ChatAnswer second = chat().chat(REQUEST.withSchema(SCHEMA));

        assertThat(first.text()).isEqualTo("{}");
        assertThat(first.retries()).isOne();
        assertThat(second.retries()).isZero();
        assertThat(server.requests())
                .extracting(request -> request.json().has("response_format"))
                .containsExactly(true, false, false);
    }

    @Test
    void a_server_that_refuses_temperature_0_is_asked_without_it_from_then_on() {
        server.chat(request -> "{}");
        server.next(WireReply.error(400, "invalid_request", "Unsupported value: 'temperature' does not support 0."));

        ChatAnswer first = chat().chat(REQUEST.withSchema(SCHEMA));
        chat().chat(REQUEST.withSchema(SCHEMA));

        assertThat(first.retries()).isOne();
        assertThat(server.requests())
                .extracting(request -> request.json().path("temperature").asText("none"))
                .containsExactly("0.0", "none", "none");
        assertThat(server.requests()).allMatch(request -> request.json().has("response_format"));
    }

    @Test
    void the_arguments_of_a_tool_call_stand_for_a_text_that_is_missing() {
        server.next(WireReply.of(
                200,
                "{\"choices\":[{\"index\":0,\"finish_reason\":\"tool_calls\",\"message\":{\"role\":\"assistant\","
                        + "\"content\":null,\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"note\","
                        + "\"arguments\":\"{\\\"facts\\\":[]}\"}}]}}]}"));

        assertThat(chat().chat(REQUEST).text()).isEqualTo("{\"facts\":[]}");
    }

    @Test
    void an_answer_that_was_cut_off_says_so() {
        server.next(WireReply.of(200, WireAnswers.openAiChat("{\"facts\":[\"a", "length")));

        assertThat(chat().chat(REQUEST).cutOff()).isTrue();
    }

    @Test
    void an_answer_without_text_is_an_empty_text() {
        server.next(WireReply.of(
                200,
                "{\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\","
                        + "\"content\":null}}]}"));

        ChatAnswer answer = chat().chat(REQUEST);

        assertThat(answer.text()).isEmpty();
        assertThat(answer.usage()).isEqualTo(Usage.UNKNOWN);
    }

    @Test
    void pictures_go_out_as_data_urls_to_the_vision_model() {
        server.chat(request -> "A bowl.");

        String seen = models.vision()
                .orElseThrow()
                .chat(REQUEST.withPictures(List.of(new Picture("image/png", new byte[] {1, 2, 3}))))
                .text();

        assertThat(seen).isEqualTo("A bowl.");
        JsonNode sent = server.requests().get(0).json();
        assertThat(sent.path("model").asText()).isEqualTo("seer");
        assertThat(sent.at("/messages/1/content/1/image_url/url").asText()).isEqualTo("data:image/png;base64,AQID");
    }

    @Test
    void a_recording_goes_out_as_a_form_with_the_file() {
        server.hears("Good morning.");

        Transcription heard = models.transcription()
                .orElseThrow()
                .transcribe(new Sound("talk.mp3", "audio/mpeg", "ID3-sound".getBytes(StandardCharsets.UTF_8)));

        assertThat(heard.text()).isEqualTo("Good morning.");
        WireRequest sent = server.requests().get(0);
        assertThat(sent.path()).isEqualTo("/v1/audio/transcriptions");
        assertThat(sent.headers().get("content-type")).startsWith("multipart/form-data; boundary=");
        assertThat(sent.text())
                .contains("name=\"model\"\r\n\r\nhearer\r\n")
                .contains("name=\"file\"; filename=\"")
                .contains("ID3-sound");
    }

    @ParameterizedTest
    @CsvSource({
        "audio/wav, wav",
        "audio/mpeg, mp3",
        "audio/mp4, mp4",
        "audio/ogg, ogg",
        "audio/webm, webm",
        "audio/flac, flac"
    })
    void a_recording_has_the_suffix_of_its_format(String mediaType, String suffix) {
        models.transcription().orElseThrow().transcribe(new Sound("talk." + suffix, mediaType, new byte[] {1}));

        assertThat(server.requests().get(0).text())
                .containsPattern("name=\"file\"; filename=\"[^\"]+\\." + suffix + "\"");
    }

    @Test
    void texts_go_out_in_batches_and_vectors_come_back_in_order() {
        List<String> texts = IntStream.range(0, 300).mapToObj(i -> "word" + i).toList();

        Embedded embedded = embedding().embed(texts);

        assertThat(embedded.requests()).isEqualTo(3);
        assertThat(embedded.usage().inputTokens()).isEqualTo(900);
        assertThat(server.requests()).hasSize(3);
        List<float[]> expected = embedding().embedAll(List.of("word0", "word150", "word299"));
        assertThat(embedded.vectors().get(0)).isEqualTo(expected.get(0));
        assertThat(embedded.vectors().get(150)).isEqualTo(expected.get(1));
        assertThat(embedded.vectors().get(299)).isEqualTo(expected.get(2));
    }

    @Test
    void a_question_is_one_request_and_the_dimension_is_learned_from_it() {
        embedding().embedQuery("Where does she live?");

        assertThat(embedding().space()).isEqualTo(new EmbeddingSpace("embedder", WireAnswers.DIMENSION));
        assertThat(server.requests()).hasSize(1);
        assertThat(server.requests().get(0).json().path("model").asText()).isEqualTo("embedder");
    }

    @Test
    void the_dimension_asked_for_first_takes_one_request_that_is_told_to_whoever_asked() {
        List<ModelCall> told = new ArrayList<>();
        ModelCalls asking = new ModelCalls(models, told::add, CallBudget.UNLIMITED);
        assertThat(asking.embedding().orElseThrow().knownSpace()).isEmpty();
        assertThat(told).isEmpty();

        EmbeddingSpace space = asking.embedding().orElseThrow().space();

        assertThat(asking.embedding().orElseThrow().knownSpace()).contains(space);
        assertThat(asking.totals().embeddingCalls()).isOne();
        assertThat(told).extracting(ModelCall::step).containsExactly(ModelStep.EMBED);
        assertThat(embedding().embedQuestion("q").requests()).isOne();
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void no_text_is_no_request() {
        assertThat(embedding().embed(List.of()).requests()).isZero();
        assertThat(server.requests()).isEmpty();
    }

    private ChatGenerator chat() {
        return models.chat(ModelStep.EXTRACT).orElseThrow();
    }

    private TextEmbedder embedding() {
        return models.embedding().orElseThrow();
    }
}
