package io.memu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page for users tells to put into the configuration of a coding assistant works, but for the paths. */
class AssistantConfigurationIT {
    private static final Path JAR = Path.of("target", "memu.jar").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void an_assistant_configured_by_the_page_stores_a_memory_and_finds_it_in_the_next_session() throws Exception {
        assumeTrue(Files.exists(JAR) && Files.isDirectory(JAR.resolveSibling("lib")), "the jar is not built");
        try (McpSyncClient first = assistant()) {
            first.initialize();
            first.callTool(request("add_memory", Map.of("text", "The user deploys on Fridays.")));
        }
        try (McpSyncClient second = assistant()) {
            second.initialize();
            assertThat(second.callTool(request("search_memory", Map.of("query", "When do I deploy?")))
                            .toString())
                    .contains("The user deploys on Fridays.");
        }
        assertThat(folder.resolve("memu.db")).exists();
    }

    private McpSyncClient assistant() throws IOException {
        JsonNode memory = documented().at("/mcpServers/memory");
        List<String> arguments = new ArrayList<>();
        memory.get("args")
                .forEach(argument -> arguments.add(argument.asText()
                        .replace("/opt/memu/memu.jar", JAR.toString())
                        .replace("/home/ana/memory", folder.toString())));
        String java = Path.of(
                        System.getProperty("java.home"),
                        "bin",
                        memory.get("command").asText())
                .toString();
        return McpClient.sync(new StdioClientTransport(
                        ServerParameters.builder(java).args(arguments).build(),
                        new JacksonMcpJsonMapper(new ObjectMapper())))
                .requestTimeout(Duration.ofMinutes(5))
                .initializationTimeout(Duration.ofMinutes(5))
                .build();
    }

    private static JsonNode documented() throws IOException {
        Matcher block = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "docs", "how-to", "mcp.md")));
        assertThat(block.find()).isTrue();
        return new ObjectMapper().readTree(block.group(1));
    }

    private static CallToolRequest request(String tool, Map<String, Object> arguments) {
        return CallToolRequest.builder(tool).arguments(arguments).build();
    }
}
