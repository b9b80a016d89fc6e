package io.memu4j.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.memu4j.cli.CommandRun;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatCommandTest {
    @TempDir
    Path folder;

    @Test
    void without_a_model_it_answers_with_what_it_finds_and_remembers_what_was_said() {
        assertThat(chat("My sister Ida keeps bees on the roof.\n").code()).isZero();
        CommandRun second = chat("\nWhere are the bees of Ida?\n");
        assertThat(second.out()).contains("My sister Ida keeps bees on the roof.");
        assertThat(second.err()).isEmpty();
        assertThat(chat("Where are the bees?\n", "--user", "ben").out()).doesNotContain("Ida");
    }

    @Test
    void a_model_sees_what_was_recalled_as_data_and_its_answer_is_printed() throws Exception {
        chat("My sister Ida keeps bees on the roof.\n");
        List<String> asked = new ArrayList<>();
        HttpServer model = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        model.createContext("/", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] answer = ("{\"id\":\"1\",\"object\":\"chat.completion\",\"model\":\"m\",\"choices\":[{\"index\":0,"
                            + "\"message\":{\"role\":\"assistant\",\"content\":\"On the roof, as you said.\"},"
                            + "\"finish_reason\":\"stop\"}]}")
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        model.start();
        try {
            CommandRun run = chat(
                    "Where are the bees of Ida?\n",
                    "--llm",
                    "openai",
                    "--base-url",
                    "http://127.0.0.1:" + model.getAddress().getPort() + "/v1",
                    "--chat-model",
                    "m",
                    "--embedding-model",
                    "local");
            assertThat(run.out()).isEqualTo("On the roof, as you said.\n");
            assertThat(asked.get(0)).contains("recalled-memory", "Ida keeps bees on the roof", "Where are the bees");
        } finally {
            model.stop(0);
        }
    }

    private CommandRun chat(String input, String... more) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
        try {
            List<String> args = new ArrayList<>(
                    List.of("chat", "--db", folder.resolve("memu.db").toString()));
            args.addAll(List.of(more));
            return CommandRun.of(args.toArray(String[]::new));
        } finally {
            System.setIn(before);
        }
    }
}
