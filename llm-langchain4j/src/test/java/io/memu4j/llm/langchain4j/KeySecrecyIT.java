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
import java.util.ArrayList;
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
