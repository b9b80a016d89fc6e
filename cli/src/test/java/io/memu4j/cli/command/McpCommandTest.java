package io.memu4j.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.memu4j.cli.CommandRun;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own, as an assistant starts it. */
class McpCommandTest {
    private static final String INITIALIZED = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n";

    @TempDir
    Path folder;

    @Test
    void what_one_process_adds_the_next_finds_and_another_user_does_not() {
        try (McpSyncClient ana = client("--user", "ana")) {
            ana.initialize();
            assertThat(ana.listTools().tools()).hasSize(7);
            assertThat(ana.callTool(request("add_memory", Map.of("text", "Ana keeps bees on the roof.")))
                            .isError())
                    .isFalse();
        }
        try (McpSyncClient ana = client("--user", "ana", "--read-only");
                McpSyncClient ben = client("--user", "ben")) {
            CallToolRequest search = request("search_memory", Map.of("query", "Where are the bees?"));
            ana.initialize();
            ben.initialize();
            assertThat(ana.listTools().tools()).extracting(Tool::name).doesNotContain("add_memory", "forget_memory");
            assertThat(ana.callTool(search).toString()).contains("Ana keeps bees on the roof.");
            assertThat(ben.callTool(search).toString()).doesNotContain("bees on the roof");
        }
    }

    @Test
    void standard_output_is_json_alone_and_the_end_of_the_input_ends_the_process_with_0() throws Exception {
        Path in = Files.writeString(folder.resolve("in"), INITIALIZED + "no json\n");
        Path out = folder.resolve("out");
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(arguments("--debug", "--verbose"));
        Process memu = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertThat(memu.waitFor()).isZero();
        List<String> lines = Files.readAllLines(out, StandardCharsets.UTF_8);
        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(new ObjectMapper().readTree(line))
                .isNotEmpty());
    }

    @Test
    void a_wrong_user_is_refused_before_anything_is_opened() {
        CommandRun run = CommandRun.of(
                "mcp", "--user", "", "--db", folder.resolve("memu.db").toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("memu.db")).doesNotExist();
    }

    private McpSyncClient client(String... more) {
        StdioClientTransport transport = new StdioClientTransport(
                ServerParameters.builder(java()).args(arguments(more)).build(),
                new JacksonMcpJsonMapper(new ObjectMapper()));
        return McpClient.sync(transport)
                .requestTimeout(Duration.ofMinutes(5))
                .initializationTimeout(Duration.ofMinutes(5))
                .build();
    }

    private List<String> arguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.memu4j.cli.Main",
                "mcp",
                "--agent",
                "coder",
                "--db",
                folder.resolve("memu.db").toString()));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static CallToolRequest request(String tool, Map<String, Object> arguments) {
        return CallToolRequest.builder(tool).arguments(arguments).build();
    }
}
