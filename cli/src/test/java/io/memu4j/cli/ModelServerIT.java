package io.memu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.tck.wire.ScriptedModelServer;
import io.memu4j.tck.wire.WireReply;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with the models of a server that speaks OpenAI's protocol. */
class ModelServerIT {
    @TempDir
    Path folder;

    private final ScriptedModelServer server = ScriptedModelServer.start();

    @BeforeEach
    void writeNotes() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "Zoë lives in Porto. She plays the cello every evening.");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void what_was_memorized_is_found_with_the_vectors_of_the_server() {
        assertThat(memu("memorize", folder.resolve("notes.txt").toString()).code())
                .isZero();
        int before = server.requests("/embeddings").size();

        CommandRun found = memu("retrieve", "Where does Zoë live?", "--json");

        assertThat(found.code()).isZero();
        assertThat(found.json().get("passages").get(0).get("text").textValue()).contains("Porto");
        assertThat(before).isPositive();
        assertThat(server.requests("/embeddings")).hasSize(before + 1);
        assertThat(memu("status").out()).contains("embedder");
    }

    @Test
    void verbose_tells_every_call_and_the_sum_on_stderr() {
        CommandRun run = memu("retrieve", "Where does Zoë live?", "--json", "--verbose");

        assertThat(run.err())
                .contains("memu: embed by embedder: 3 tokens in, 0 out, ")
                .contains("memu: Model calls: 0, embedding calls: 1, tokens in: 3, out: 0, retries: 0");
        assertThat(run.json().get("passages")).isEmpty();
    }

    @Test
    void a_refused_key_is_one_line_that_says_what_to_set() {
        server.next(WireReply.error(401, "invalid_api_key", "Incorrect API key"));

        CommandRun run = memu("retrieve", "Where?");

        assertThat(run.code()).isEqualTo(1);
        assertThat(errors(run)).hasSize(1).first().asString().contains("OPENAI_API_KEY", "127.0.0.1");
    }

    @Test
    void where_nothing_answers_nothing_is_stored_and_one_line_says_so() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String notes = folder.resolve("notes.txt").toString();

        CommandRun run = memuAt("http://127.0.0.1:" + port + "/v1", "memorize", notes);

        assertThat(run.code()).isEqualTo(1);
        assertThat(errors(run)).hasSize(1).first().asString().contains("notes.txt", "nothing answers there");
        assertThat(memu("list", "resources", "--json").json().get("resources")).isEmpty();
    }

    private static List<String> errors(CommandRun run) {
        return run.err()
                .lines()
                .filter(line -> !line.contains("There is no database"))
                .toList();
    }

    private CommandRun memu(String... args) {
        return memuAt(server.openAiUrl(), args);
    }

    private CommandRun memuAt(String url, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--db", folder.resolve("memu.db").toString(), "--llm", "openai", "--base-url", url));
        all.addAll(List.of("--chat-model", "talker", "--embedding-model", "embedder"));
        return CommandRun.of(all.toArray(String[]::new));
    }
}
