package io.memu4j.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class McpStdioTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void each_line_is_answered_and_the_end_of_the_input_ends_the_service() throws Exception {
        List<JsonNode> answers = served(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                "\r",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\r",
                "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}");
        assertThat(answers).extracting(answer -> answer.path("id").asInt()).containsExactly(1, 2);
        assertThat(answers.get(1).at("/result/tools")).hasSize(3);
    }

    @Test
    void a_line_that_is_too_long_or_no_text_is_refused_and_the_next_is_answered() throws Exception {
        List<JsonNode> answers = served(
                "x".repeat(McpStdio.MAX_LINE + 1),
                "\u00ff\u00fe",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).at("/error/message").asText()).contains("longer than");
        assertThat(answers.get(2).path("id").asInt()).isEqualTo(1);
    }

    private static List<JsonNode> served(String... lines) throws Exception {
        try (ServedMemory memory = new ServedMemory()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            McpStdio.of(memory.factory, McpGrant.readOnly(ServedMemory.ANA))
                    .serve(new ByteArrayInputStream(String.join("\n", lines).getBytes(UTF_8)), out);
            return out.toString(UTF_8).lines().map(McpStdioTest::json).toList();
        }
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("A line is no JSON.", e);
        }
    }
}
