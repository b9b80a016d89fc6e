package io.memu4j.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two clients of npm over HTTP. They are not downloaded here: it runs after {@code npm install --no-package-lock} in {@code src/test/node}, and is skipped
 * otherwise.
 */
class NodeClientsIT {
    private static final Path NODE = Path.of("src", "test", "node");

    @Test
    void clients_of_both_eras_list_search_and_change() throws Exception {
        assumeTrue(Files.isDirectory(NODE.resolve("node_modules")), "npm install --no-package-lock has not been run");
        try (ServedMemory served = new ServedMemory()) {
            Process node = new ProcessBuilder("node", "clients.mjs", "http", served.address() + "/mcp", "ana-token")
                    .directory(NODE.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            List<JsonNode> runs = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(NodeClientsIT::json)
                    .toList();
            assertThat(node.waitFor()).isZero();
            assertThat(runs).hasSize(4).allSatisfy(run -> {
                assertThat(run.get("tools").asInt()).isEqualTo(7);
                for (String fact : List.of("found", "fenced", "refused", "forgotten")) {
                    assertThat(run.get(fact).asBoolean()).as(fact).isTrue();
                }
            });
            assertThat(runs.get(3).get("revision").asText()).isEqualTo("2026-07-28");
            assertThat(served.statements(ServedMemory.ANA)).isEmpty();
        }
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError("A line is no JSON.", e);
        }
    }
}
