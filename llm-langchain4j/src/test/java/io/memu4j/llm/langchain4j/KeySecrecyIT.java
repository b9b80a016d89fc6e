package io.memu4j.llm.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.memu4j.config.LlmConfig;
import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.spi.llm.Models;
import io.memu4j.tck.wire.ScriptedModelServer;
import io.memu4j.tck.wire.WireReply;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key reaches the server and nothing else. */
class KeySecrecyIT {
    private final ScriptedModelServer server = ScriptedModelServer.start();
    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Logger root = Logger.getLogger("");
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord logRecord) {
            String parameters = logRecord.getParameters() == null
                    ? ""
                    : List.of(logRecord.getParameters()).toString();
            logged.add(logRecord.getMessage() + parameters + text(logRecord.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @AfterEach
    void close() {
        root.removeHandler(recorder);
        Logger.getLogger("io.memu4j").setLevel(null);
        Logger.getLogger("dev.langchain4j").setLevel(null);
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429, 500})
    void errors_and_debug_logs_do_not_hold_it_even_where_the_server_repeats_it(int status) {
        root.addHandler(recorder);
        Logger.getLogger("io.memu4j").setLevel(Level.ALL);
        Logger.getLogger("dev.langchain4j").setLevel(Level.ALL);
        WireReply telltale = WireReply.error(status, "no", "Incorrect API key provided: " + Servers.KEY);
        server.next(telltale, telltale);
        LlmConfig llm = Servers.openAi(server).withLimits(Servers.LIMITS.withMaxRetries(1));

        Throwable thrown;
        try (Models models = Servers.open(llm)) {
            thrown = catchThrowable(
                    () -> models.chat(ModelStep.EXTRACT).orElseThrow().chat(ChatRequest.of("", "text", 10)));
            assertThat(models.toString()).doesNotContain(Servers.KEY);
        }

        assertThat(server.requests().get(0).headers().get("authorization")).contains(Servers.KEY);
        assertThat(text(thrown)).contains("at 127.0.0.1").doesNotContain(Servers.KEY);
        assertThat(logged).noneMatch(line -> line.contains(Servers.KEY));
        assertThat(status < 429 || !logged.isEmpty()).isTrue();
    }

    @Test
    void not_even_a_part_of_it_is_left_where_a_long_answer_is_cut() {
        String part = Servers.KEY.substring(0, 8);
        for (int before = 3_900; before < 4_000; before += 5) {
            server.next(WireReply.error(400, "no", "x".repeat(before) + Servers.KEY));
            try (Models models = Servers.open(Servers.openAi(server))) {
                Throwable thrown = catchThrowable(
                        () -> models.chat(ModelStep.EXTRACT).orElseThrow().chat(ChatRequest.of("", "text", 10)));
                assertThat(text(thrown)).as("cut after %s", before).doesNotContain(part);
            }
        }
    }

    @Test
    void its_base64_form_is_taken_out_too() {
        String base64 = Base64.getEncoder().encodeToString(Servers.KEY.getBytes(StandardCharsets.UTF_8));
        server.next(WireReply.error(400, "no", "header " + base64));
        try (Models models = Servers.open(Servers.openAi(server))) {
            Throwable thrown = catchThrowable(
                    () -> models.chat(ModelStep.EXTRACT).orElseThrow().chat(ChatRequest.of("", "text", 10)));
            assertThat(text(thrown)).doesNotContain(base64.substring(0, 12));
        }
    }

    @Test
    void a_configuration_prints_without_it() {
        LlmConfig llm = LlmConfig.openai().withApiKey(Servers.KEY).withBaseUrl("https://user:pass@host/v1?key=abc");

        assertThat(llm.toString()).contains("key set", "https://host/v1").doesNotContain(Servers.KEY, "pass", "abc");
    }

    private static String text(Throwable thrown) {
        StringWriter text = new StringWriter();
        if (thrown != null) {
            thrown.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }
}
