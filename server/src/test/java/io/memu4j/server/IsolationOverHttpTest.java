package io.memu4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memu4j.server.RunningServer.Answer;
import io.memu4j.tck.surface.LibrarySurface;
import io.memu4j.tck.surface.Surface;
import io.memu4j.tck.surface.SurfaceScenario;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolationOverHttpTest {
    @TempDir
    Path folder;

    @Test
    void two_keys_never_see_each_others_memory() {
        try (RunningServer server = new RunningServer(folder)) {
            assertThat(SurfaceScenario.isolation().run(new Rest(server))).isEqualTo(32);
        }
    }

    @Test
    void the_library_passes_the_same_scenario() {
        try (RunningServer server = new RunningServer(folder)) {
            assertThat(SurfaceScenario.isolation().run(new LibrarySurface(server.memories)))
                    .isEqualTo(32);
        }
    }

    private record Rest(RunningServer server) implements Surface {
        private static final String ME = "/v1/agents/assistant";

        @Override
        public Optional<Outcome> call(String user, String call, Map<String, String> arguments) {
            String key = user.equals("ana") ? server.ana : server.bo;
            String id = arguments.getOrDefault("id", "");
            String item = ME + "/items/" + id;
            String resource = ME + "/resources/" + id;
            return Optional.of(
                    switch (call) {
                        case "memorize" -> made(server.post(key, ME + "/memorize", body(arguments)), "/resource/id");
                        case "add" -> made(server.post(key, ME + "/items", body(arguments)), "/id");
                        case "retrieve" -> made(server.post(key, ME + "/retrieve", body(arguments)), "");
                        case "list_items" -> made(server.get(key, ME + "/items"), "");
                        case "get_item" -> made(server.get(key, item), "");
                        case "history" -> made(server.get(key, item + "/history"), "");
                        case "item_passages" -> made(server.get(key, item + "/passages"), "");
                        case "delete_item" -> made(server.delete(key, item), "");
                        case "reopen_item" -> made(server.post(key, item + "/reopen", ""), "");
                        case "update_item" ->
                            made(
                                    server.send(server.json(key, item)
                                            .header("If-Match", "\"0\"")
                                            .method("PATCH", BodyPublishers.ofString("{\"text\": \"Bo was here.\"}"))),
                                    "");
                        case "list_resources" -> made(server.get(key, ME + "/resources"), "");
                        case "get_resource" -> made(server.get(key, resource), "");
                        case "resource_passages" -> made(server.get(key, resource + "/passages"), "");
                        case "resource_copy" -> made(server.get(key, resource + "/copy"), "");
                        case "delete_resource" -> made(server.delete(key, resource), "");
                        case "list_categories" -> made(server.get(key, ME + "/categories"), "");
                        case "export" -> made(server.get(key, ME + "/export?copies=true"), "");
                        case "erase" -> made(server.delete(key, ME), "");
                        default -> throw new IllegalArgumentException(call);
                    });
        }

        private static String body(Map<String, String> arguments) {
            ObjectNode body = RunningServer.JSON.createObjectNode();
            arguments.forEach(body::put);
            return body.toString();
        }

        private static Outcome made(Answer answer, String id) {
            assertThat(answer.status()).as(answer.text()).isLessThan(500);
            String all = answer.response().headers().map() + answer.text();
            boolean refused = answer.status() >= 400;
            return new Outcome(refused, all, refused || id.isEmpty() ? "" : answer.at(id));
        }
    }
}
