package io.memu4j.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.cli.CommandRun;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
    @TempDir
    Path folder;

    private String db() {
        return folder.resolve("memu.db").toString();
    }

    @Test
    void a_key_is_shown_once_listed_without_its_secret_and_revoked() throws IOException {
        CommandRun made =
                CommandRun.of("key", "create", "--db", db(), "--user", "ana", "--agents", "a,b", "--expires", "9d");
        assertThat(made.code()).as(made.err()).isZero();
        String key = made.out().strip();
        assertThat(key).matches("memu_[A-Za-z0-9]{12}_[A-Za-z0-9_-]{43}");
        Path file = folder.resolve("memu.db.keys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String secret = key.substring(18);
        assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(secret);

        CommandRun listed = CommandRun.of("key", "list", "--db", db(), "--json");
        assertThat(listed.json().at("/keys/0/user").asText()).isEqualTo("ana");
        assertThat(listed.json().at("/keys/0/agents")).hasSize(2);
        assertThat(listed.out()).doesNotContain(secret);
        String id = listed.json().at("/keys/0/id").asText();
        assertThat(CommandRun.of("key", "revoke", id, "--db", db()).code()).isZero();
        assertThat(CommandRun.of("key", "revoke", id, "--db", db()).code()).isEqualTo(1);
        assertThat(CommandRun.of("key", "list", "--db", db()).out()).contains("revoked");
    }

    @Test
    void erasing_a_user_deletes_their_keys() {
        CommandRun.of("memorize", "--text", "Ana rows.", "--db", db(), "--user", "ana");
        CommandRun.of("key", "create", "--db", db(), "--user", "ana");
        CommandRun.of("key", "create", "--db", db(), "--user", "bo");
        assertThat(CommandRun.of("erase", "--yes", "--db", db(), "--user", "ana")
                        .code())
                .isZero();
        assertThat(CommandRun.of("key", "list", "--db", db()).out())
                .contains("bo with")
                .doesNotContain("ana");
    }

    @Test
    void without_keys_it_serves_one_user_on_this_machine_and_nothing_else() {
        List<List<String>> refused = List.of(
                List.of("serve"),
                List.of("serve", "--user", "ana", "--listen", "0.0.0.0"),
                List.of("serve", "--port", "70000", "--user", "ana"),
                List.of("serve", "--token-issuer", "x"),
                List.of("key"),
                List.of("key", "create"),
                List.of("key", "create", "--user", "ana", "--operator"),
                List.of("key", "create", "--user", "ana", "--expires", "soon"));
        for (List<String> arguments : refused) {
            List<String> all = new ArrayList<>(arguments);
            all.addAll(List.of("--db", db()));
            CommandRun run = CommandRun.of(all.toArray(String[]::new));
            assertThat(run.code()).as(arguments + run.err()).isEqualTo(2);
            assertThat(run.err().lines()).as(arguments.toString()).hasSize(1);
        }
    }

    @Test
    void with_keys_it_needs_one_and_the_address_that_others_use() {
        CommandRun.of("key", "create", "--db", db(), "--user", "ana");
        assertThat(CommandRun.of("serve", "--db", db(), "--user", "ana").code()).isEqualTo(2);
        CommandRun open = CommandRun.of("serve", "--db", db(), "--listen", "0.0.0.0");
        assertThat(open.code()).isEqualTo(2);
        assertThat(open.err()).contains("--public-url");
    }

    @Test
    void metrics_are_for_operators_and_name_nobody() throws Exception {
        String ana = key("--user", "ana@example.org", "--agent", "rower");
        String operator = key("--operator");
        try (Serving server = Serving.start("--db", db(), "--metrics")) {
            assertThat(server.post("/v1/agents/rower/retrieve", ana, "{\"query\": \"What is my boat called?\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/metrics", null).statusCode()).isEqualTo(401);
            assertThat(server.get("/metrics", ana).statusCode()).isEqualTo(403);
            HttpResponse<String> metrics = server.get("/metrics", operator);
            assertThat(metrics.statusCode()).isEqualTo(200);
            assertThat(metrics.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
            assertThat(metrics.body())
                    .contains(
                            "gen_ai_client_operation_duration_seconds_count{",
                            "gen_ai_operation_name=\"search_memory\"")
                    .contains("jvm_memory_used_bytes")
                    .doesNotContain("example.org", "rower", "boat", operator);
        }
    }

    @Test
    void metrics_are_served_to_the_user_of_this_machine_and_only_if_asked_for() throws Exception {
        try (Serving server = Serving.start("--db", db(), "--user", "ana", "--metrics")) {
            assertThat(server.get("/metrics", null).statusCode()).isEqualTo(200);
        }
        try (Serving server = Serving.start("--db", db(), "--user", "ana")) {
            assertThat(server.get("/metrics", null).statusCode()).isEqualTo(404);
        }
    }

    private String key(String... arguments) {
        List<String> all = new ArrayList<>(List.of("key", "create", "--db", db()));
        all.addAll(List.of(arguments));
        return CommandRun.of(all.toArray(String[]::new)).out().strip();
    }

    @Test
    void it_answers_with_a_key_until_its_thread_is_ended() throws Exception {
        String key = key("--user", "ana");
        try (Serving server = Serving.start("--db", db())) {
            assertThat(server.get("/v1/session", key).body())
                    .contains("\"user\":\"ana\"")
                    .contains("\"default\"");
            assertThat(server.get("/v1/session", null).statusCode()).isEqualTo(401);
        }
    }
}
