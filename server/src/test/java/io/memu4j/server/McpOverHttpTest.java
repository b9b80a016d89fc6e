package io.memu4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memu4j.model.MemoryScope;
import io.memu4j.server.RunningServer.Answer;
import io.memu4j.server.api.Permission;
import io.memu4j.server.mcp.McpExtension;
import io.memu4j.tck.surface.Surface;
import io.memu4j.tck.surface.SurfaceScenario;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class McpOverHttpTest {
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

    @TempDir
    Path folder;

    private RunningServer server;

    @BeforeEach
    void start() {
        server = RunningServer.withExtension(folder, McpExtension::new);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void two_keys_never_see_each_others_memory() {
        assertThat(SurfaceScenario.isolation().run(new Mcp(server))).isGreaterThan(15);
    }

    @Test
    void the_permissions_of_a_key_are_its_tools() {
        String reader = server.keys
                .create("ana", Set.of("assistant"), Set.of(Permission.READ), null)
                .key();
        String writer = server.keys
                .create("ana", Set.of("assistant"), Set.of(Permission.READ, Permission.WRITE), null)
                .key();
        assertThat(server.post(reader, "/mcp", LIST).text())
                .contains("search_memory")
                .doesNotContain("add_memory", "update_memory", "forget_memory");
        assertThat(server.post(writer, "/mcp", LIST).text())
                .contains("add_memory", "update_memory")
                .doesNotContain("forget_memory");
        assertThat(server.post(server.ana, "/mcp/coach", LIST).text()).contains("forget_memory");
    }

    @Test
    void a_credential_that_does_not_fit_is_refused() {
        assertThat(server.post(null, "/mcp", LIST).status()).isEqualTo(401);
        assertThat(server.post("nobody", "/mcp", LIST).status()).isEqualTo(401);
        assertThat(server.post(server.operator, "/mcp/assistant", LIST).status())
                .isEqualTo(403);
        assertThat(server.post(server.bo, "/mcp/coach", LIST).status()).isEqualTo(403);
        assertThat(server.post(server.ana, "/mcp", LIST).status())
                .as("the key is for two agents")
                .isEqualTo(400);
        assertThat(server.get(server.ana, "/mcp/assistant").status()).isEqualTo(405);
    }

    private record Mcp(RunningServer server) implements Surface {
        @Override
        public Optional<Outcome> call(String user, String call, Map<String, String> arguments) {
            return switch (call) {
                case "memorize" ->
                    Optional.of(called(
                            user,
                            "memorize_conversation",
                            "{\"conversation_id\":\"" + arguments.get("key")
                                    + "\",\"messages\":[{\"role\":\"user\",\"content\":\"" + arguments.get("text")
                                    + "\"}]}",
                            "source_id"));
                case "add" -> Optional.of(called(user, "add_memory", json(arguments), "id"));
                case "retrieve" -> Optional.of(called(user, "search_memory", json(arguments), ""));
                case "list_items" -> Optional.of(called(user, "list_memories", "{}", ""));
                case "get_item", "item_passages" -> Optional.of(called(user, "get_memory", json(arguments), ""));
                case "update_item" -> Optional.of(called(user, "update_memory", json(arguments), ""));
                case "delete_item" -> Optional.of(called(user, "forget_memory", json(arguments), ""));
                case "erase" -> { // not a tool: an operator does it, and the scenario goes on after it
                    server.memories.admin().eraseScope(new MemoryScope(user, "assistant"));
                    yield Optional.empty();
                }
                default -> Optional.empty();
            };
        }

        private Outcome called(String user, String tool, String arguments, String id) {
            Answer answer = server.post(
                    user.equals("ana") ? server.ana : server.bo,
                    "/mcp/assistant",
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                            + "\",\"arguments\":" + arguments + "}}");
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            boolean refused = answer.text().contains("\"isError\":true");
            return new Outcome(
                    refused,
                    answer.text(),
                    refused || id.isEmpty() ? "" : answer.at("/result/structuredContent/" + id));
        }

        private static String json(Map<String, String> arguments) {
            ObjectNode body = RunningServer.JSON.createObjectNode();
            arguments.forEach(body::put);
            return body.toString();
        }
    }
}
