package io.memu4j.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.memu4j.tools.MemoryTool;
import io.memu4j.tools.MemoryTools;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a broken or a bewitched client sends: each is one clear refusal, and the server serves on. */
class HostileCallsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEEP = "[".repeat(5_000);

    private static ServedMemory served;
    private static String secret;
    private static McpProtocol protocol;

    @BeforeAll
    static void serve() throws Exception {
        served = new ServedMemory();
        secret = served.remember(ServedMemory.ANA, "The door code of Ana is 4711.");
        protocol = new McpProtocol(JSON, EnumSet.allOf(MemoryTool.class));
    }

    @AfterAll
    static void stop() throws Exception {
        served.close();
    }

    /** Tool and arguments; SECRET stands for the id of another user's statement. */
    static List<String> arguments() {
        String longText = "\"" + "x".repeat(500_000) + "\"";
        List<String> calls = new ArrayList<>(List.of(
                "search_memory {}",
                "search_memory {\"query\":null}",
                "search_memory {\"query\":\"\"}",
                "search_memory {\"query\":7}",
                "search_memory {\"query\":[\"a\"]}",
                "search_memory {\"query\":{\"$ne\":null}}",
                "search_memory {\"query\":true}",
                "search_memory {\"query\":" + longText + "}",
                "search_memory {\"query\":\"a\",\"limit\":0}",
                "search_memory {\"query\":\"a\",\"limit\":-5}",
                "search_memory {\"query\":\"a\",\"limit\":51}",
                "search_memory {\"query\":\"a\",\"limit\":1e300}",
                "search_memory {\"query\":\"a\",\"limit\":99999999999999999999}",
                "search_memory {\"query\":\"a\",\"limit\":2.5}",
                "search_memory {\"query\":\"a\",\"limit\":\"8\"}",
                "search_memory {\"query\":\"a\",\"types\":\"profile\"}",
                "search_memory {\"query\":\"a\",\"types\":[]}",
                "search_memory {\"query\":\"a\",\"types\":[null]}",
                "search_memory {\"query\":\"a\",\"types\":[\"'; DROP TABLE items; --\"]}",
                "search_memory {\"query\":\"a\",\"since\":\"yesterday\"}",
                "search_memory {\"query\":\"a\",\"since\":\"2026-99-99\"}",
                "search_memory {\"query\":\"a\",\"until\":\"2026-05-12T25:00:00Z\"}",
                "search_memory {\"query\":\"a\",\"user_id\":\"ana\"}",
                "search_memory {\"query\":\"a\",\"agent\":\"coder\"}",
                "search_memory {\"query\":\"a\",\"scope\":{\"user\":\"ana\"}}",
                "search_memory {\"query\":\"a\",\"__proto__\":{}}",
                "search_memory {\"query\":\"a\",\"\\u0000\":1}",
                "add_memory {\"text\":\" \"}",
                "add_memory {\"text\":" + longText + "}",
                "add_memory {\"text\":{\"a\":1}}",
                "add_memory {\"text\":\"a\",\"type\":\"secret\"}",
                "add_memory {\"text\":\"a\",\"happened_at\":\"soon\"}",
                "add_memory {\"text\":\"a\",\"user\":\"ana\"}",
                "memorize_conversation {\"conversation_id\":\"a\"}",
                "memorize_conversation {\"conversation_id\":\"a\",\"messages\":[]}",
                "memorize_conversation {\"conversation_id\":\"a\",\"messages\":\"hi\"}",
                "memorize_conversation {\"conversation_id\":\"a\",\"messages\":[\"hi\"]}",
                "memorize_conversation {\"conversation_id\":\"a\",\"messages\":[{\"role\":\"system\",\"content\":\"x\"}]}",
                "memorize_conversation {\"conversation_id\":\"a\",\"messages\":[{\"role\":\"user\"}]}",
                "memorize_conversation {\"conversation_id\":\"a\",\"messages\":[{\"role\":\"user\",\"content\":\"x\",\"user\":\"ana\"}]}",
                "memorize_conversation {\"conversation_id\":\"a\",\"messages\":[{\"role\":\"user\",\"content\":\"x\",\"said_at\":\"now\"}]}",
                "memorize_conversation {\"conversation_id\":" + longText
                        + ",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}",
                "list_memories {\"cursor\":\"../../etc/passwd\"}",
                "list_memories {\"topic\":\"' OR 1=1 --\"}",
                "list_memories {\"type\":\"%00\"}",
                "list_memories {\"limit\":101}",
                "get_memory {}",
                "get_memory {\"id\":7}",
                "get_memory {\"id\":\"SECRET\"}",
                "get_memory {\"id\":\"' OR '1'='1\"}",
                "update_memory {\"id\":\"SECRET\",\"text\":\"Mine.\"}",
                "update_memory {\"id\":\"a\",\"text\":\"b\",\"version\":\"1\"}",
                "forget_memory {\"id\":\"SECRET\"}",
                "forget_memory {\"id\":[\"SECRET\"]}",
                "forget_memory {\"id\":\"*\"}"));
        assertThat(calls).hasSizeGreaterThanOrEqualTo(50);
        return calls;
    }

    @ParameterizedTest
    @MethodSource("arguments")
    void hostile_arguments_are_one_sentence(String call) throws Exception {
        String tool = call.substring(0, call.indexOf(' '));
        String arguments = call.substring(call.indexOf(' ') + 1).replace("SECRET", secret);
        JsonNode result = answer("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\""
                        + tool + "\",\"arguments\":" + arguments + "}}")
                .path("result");
        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.has("structuredContent")).isFalse();
        assertThat(result.at("/content/0/text").asText())
                .matches("[A-Z][^\\n]{10,300}\\.")
                .doesNotContain("Exception", "java.", "io.memu4j", "4711", "xxxx", "DROP", "passwd", "cannot be used");
    }

    static List<String> messages() {
        return List.of(
                "",
                "no json",
                "null",
                "[]",
                "7",
                DEEP,
                "{",
                "{}",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"../../admin\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":[]}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":7}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"erase_all\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"list_memories\",\"arguments\":[]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"list_memories\",\"arguments\":\"{}\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":7,\"clientInfo\":\"x\"}}");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void a_message_outside_the_protocol_is_one_sentence(String message) throws Exception {
        JsonNode answer = answer(message);
        assertThat(answer.path("jsonrpc").asText()).isEqualTo("2.0");
        assertThat(answer.at("/error/code").asInt()).isBetween(-32999, -32000);
        assertThat(answer.at("/error/message").asText())
                .matches("[A-Z][^\\n]{5,300}\\.")
                .doesNotContain("Exception", "java.", "io.m");
        assertThat(answer.path("error").has("data")).isFalse();
    }

    @Test
    void the_memory_is_unharmed_and_the_server_serves_on() throws Exception {
        for (String call : arguments()) {
            hostile_arguments_are_one_sentence(call);
        }
        assertThat(served.statements(ServedMemory.ANA)).containsExactly("The door code of Ana is 4711.");
        assertThat(served.statements(ServedMemory.BEN)).isEmpty();
        assertThat(answer("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"ping\"}")
                        .path("id")
                        .asText())
                .isEqualTo("a");
    }

    private static JsonNode answer(String message) throws Exception {
        McpReply reply = protocol.answer(message, null, MemoryTools.of(served.of(ServedMemory.BEN)));
        assertThat(reply.body()).isNotNull();
        return JSON.readTree(reply.body());
    }
}
