package io.memu4j.llm.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.memu4j.config.LlmConfig;
import io.memu4j.config.ModelLimits;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.ModelAnswerException;
import io.memu4j.error.ModelException;
import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.ChatAnswer;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.spi.llm.Models;
import io.memu4j.tck.wire.ScriptedModelServer;
import io.memu4j.tck.wire.WireAnswers;
import io.memu4j.tck.wire.WireReply;
import io.memu4j.tck.wire.WireReply.Manner;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of servers that fail, and of keys and models they do not know. */
@Timeout(60)
class OpenAiFailuresIT {
    private static final ChatRequest REQUEST = ChatRequest.of("", "What is this?", 300);

    private final ScriptedModelServer server = ScriptedModelServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 529})
    void what_may_pass_is_tried_again_and_counted(int status) {
        server.next(WireReply.error(status, "busy", "later"), WireReply.error(status, "busy", "later"));

        ChatAnswer answer = chat(Servers.LIMITS).chat(REQUEST);

        assertThat(answer.text()).isEqualTo("Nothing.");
        assertThat(answer.retries()).isEqualTo(2);
        assertThat(server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"DROPPED", "TRUNCATED"})
    void a_connection_that_breaks_is_tried_again(Manner manner) {
        server.next(
                WireReply.of(200, WireAnswers.openAiChat("half of it", "stop")).as(manner));

        assertThat(chat(Servers.LIMITS).chat(REQUEST).text()).isEqualTo("Nothing.");
    }

    @Test
    void after_the_last_retry_the_failure_tells_how_often_it_was_tried() {
        WireReply down = WireReply.error(503, "down", "down");
        server.next(down, down, down);

        ModelException failure = failure(Servers.LIMITS.withMaxRetries(2));

        assertThat(failure.isRetriable()).isTrue();
        assertThat(failure.retries()).isEqualTo(2);
        assertThat(failure).hasMessageStartingWith("The chat model 'talker' at 127.0.0.1:");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void a_provider_that_asks_for_too_much_patience_is_not_waited_for() {
        server.next(WireReply.error(429, "rate_limit", "slow down").withHeader("Retry-After", "3600"));

        ModelException failure = failure(Servers.LIMITS);

        assertThat(failure.isRetriable()).isTrue();
        assertThat(failure).hasMessageContaining("3600 s").hasMessageContaining("withMaxRetryAfter");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_short_wait_asked_for_is_kept_to() {
        server.next(WireReply.error(429, "rate_limit", "slow down").withHeader("Retry-After", "1"));

        long started = System.nanoTime();
        chat(Servers.LIMITS).chat(REQUEST);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"WHOLE", "TRICKLING"})
    void an_answer_that_takes_too_long_ends_in_time(Manner manner) {
        WireReply slow =
                WireReply.of(200, WireAnswers.openAiChat("slow", "stop")).as(manner);
        server.next(manner == Manner.WHOLE ? slow.after(Duration.ofSeconds(30)) : slow);

        ModelException failure =
                failure(Servers.LIMITS.withTimeout(Duration.ofMillis(700)).withMaxRetries(0));

        assertThat(failure.isRetriable()).isTrue();
        assertThat(failure).hasMessageContaining("did not answer in time").hasMessageContaining("withTimeout");
    }

    @ParameterizedTest
    @CsvSource({
        "401, invalid_api_key, OPENAI_API_KEY",
        "403, forbidden, OPENAI_API_KEY",
        "404, model_not_found, withChatModel",
        "400, model_not_found, withChatModel",
        "429, insufficient_quota, no credit left",
        "402, payment, no credit left"
    })
    void what_somebody_must_set_is_a_configuration_error_that_says_so(int status, String code, String remedy) {
        server.next(WireReply.error(status, code, "no"));

        assertThatThrownBy(() -> chat(Servers.LIMITS).chat(REQUEST))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'talker' at 127.0.0.1:")
                .hasMessageContaining(remedy);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_request_that_is_too_long_is_refused_for_good() {
        server.next(WireReply.error(400, "context_length_exceeded", "maximum context length is 8192 tokens"));

        ModelException failure = failure(Servers.LIMITS);

        assertThat(failure.isRetriable()).isFalse();
        assertThat(failure).hasMessageContaining("longer than the model's context");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_redirect_is_not_followed() {
        server.next(WireReply.of(302, "").withHeader("Location", server.openAiUrl() + "/elsewhere"));

        assertThat(failure(Servers.LIMITS).isRetriable()).isFalse();
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>It works!</html>", "{\"choices\":", "", "[]", "{}", "{\"choices\":[]}", "null"})
    void an_answer_that_is_not_the_protocol_is_an_error_of_ours(String body) {
        server.next(WireReply.of(200, body));

        assertThatThrownBy(() -> chat(Servers.LIMITS.withMaxRetries(0)).chat(REQUEST))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("'talker' at 127.0.0.1:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[{\"index\":0,\"embedding\":[1,0]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,0]},{\"index\":1,\"embedding\":[1,0,0]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,0]},{\"index\":1,\"embedding\":[0,0]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,0]},{\"index\":1,\"embedding\":[\"NaN\",0]}]}"
            })
    void unusable_vectors_are_refused(String body) {
        try (Models models = open(Servers.LIMITS)) {
            server.next(WireReply.of(200, body));

            assertThatThrownBy(() -> models.embedding().orElseThrow().embedAll(List.of("a", "b")))
                    .isInstanceOf(ModelAnswerException.class)
                    .hasMessageContaining("Expected");
        }
    }

    @Test
    void vectors_out_of_order_are_put_in_order() {
        try (Models models = open(Servers.LIMITS)) {
            server.next(WireReply.of(
                    200,
                    "{\"data\":[{\"index\":1,\"embedding\":[0,1]},{\"index\":0,\"embedding\":[1,0]}],"
                            + "\"usage\":{\"prompt_tokens\":1,\"total_tokens\":1}}"));

            assertThat(models.embedding().orElseThrow().embedAll(List.of("a", "b")))
                    .containsExactly(new float[] {1, 0}, new float[] {0, 1});
        }
    }

    @Test
    void no_more_calls_than_allowed_are_open_at_a_time() {
        try (Models models = open(Servers.LIMITS.withMaxConcurrentCalls(2))) {
            WireReply[] slow = new WireReply[6];
            for (int i = 0; i < slow.length; i++) {
                List<float[]> vectors = IntStream.range(0, 128)
                        .mapToObj(n -> new float[] {1, 0})
                        .toList();
                slow[i] =
                        WireReply.of(200, WireAnswers.openAiEmbeddings(vectors)).after(Duration.ofMillis(100));
            }
            server.next(slow);

            models.embedding()
                    .orElseThrow()
                    .embedAll(IntStream.range(0, 6 * 128).mapToObj(i -> "t" + i).toList());

            assertThat(server.mostAtATime()).isEqualTo(2);
        }
    }

    @Test
    void an_interrupt_ends_the_wait_for_an_answer() throws InterruptedException {
        server.next(WireReply.of(200, "{}").after(Duration.ofSeconds(50)));
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                chat(Servers.LIMITS.withTimeout(Duration.ofSeconds(50))).chat(REQUEST);
            } catch (ModelException e) {
                thrown.set(e);
            }
        });
        caller.start();
        while (server.requests().isEmpty()) {
            Thread.sleep(10);
        }
        caller.interrupt();
        caller.join();

        assertThat(thrown.get()).hasMessageContaining("interrupted");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void where_nothing_answers_the_error_says_so() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        LlmConfig llm = Servers.openAi(server)
                .withBaseUrl("http://127.0.0.1:" + port + "/v1")
                .withLimits(Servers.LIMITS.withMaxRetries(0));
        try (Models models = Servers.open(llm)) {
            assertThatThrownBy(
                            () -> models.chat(ModelStep.EXTRACT).orElseThrow().chat(REQUEST))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("nothing answers there");
        }
    }

    @Test
    void a_server_without_tls_behind_https_is_a_configuration_error() {
        LlmConfig llm = Servers.openAi(server).withBaseUrl(server.openAiUrl().replace("http:", "https:"));
        try (Models models = Servers.open(llm)) {
            assertThatThrownBy(
                            () -> models.chat(ModelStep.EXTRACT).orElseThrow().chat(REQUEST))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("TLS");
        }
    }

    private ModelException failure(ModelLimits limits) {
        ModelException failure =
                catchThrowableOfType(ModelException.class, () -> chat(limits).chat(REQUEST));
        assertThat(failure).isNotNull();
        return failure;
    }

    private ChatGenerator chat(ModelLimits limits) {
        return open(limits).chat(ModelStep.EXTRACT).orElseThrow();
    }

    private Models open(ModelLimits limits) {
        return Servers.open(Servers.openAi(server).withLimits(limits));
    }
}
