package io.memu4j.mcp;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.memu4j.tools.MemoryTool;
import io.memu4j.tools.MemoryTools;
import io.memu4j.tools.ToolAnswer;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The tools as the protocol describes them. Their schemas are in {@code tools.json}. */
final class ToolCatalog {
    /** The key under which a request carries the tools on the caller's memory. */
    static final String CALLER = "memu4j.tools";

    private final Map<String, Map<String, Map<String, Object>>> schemas;

    ToolCatalog(ObjectMapper json) {
        try (InputStream in = Objects.requireNonNull(ToolCatalog.class.getResourceAsStream("tools.json"))) {
            schemas = json.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("The schemas of the tools cannot be read.", e);
        }
    }

    List<SyncToolSpecification> tools(Set<MemoryTool> granted) {
        return Arrays.stream(MemoryTool.values())
                .filter(granted::contains)
                .map(tool -> new SyncToolSpecification(described(tool), (caller, call) -> called(tool, caller, call)))
                .toList();
    }

    private Tool described(MemoryTool tool) {
        Map<String, Map<String, Object>> schema = Objects.requireNonNull(schemas.get(tool.key()));
        return Tool.builder(tool.key(), Objects.requireNonNull(schema.get("input")))
                .title(tool.title())
                .description(tool.description())
                .outputSchema(Objects.requireNonNull(schema.get("output")))
                .annotations(ToolAnnotations.builder()
                        .title(tool.title())
                        .readOnlyHint(tool.readOnly())
                        .destructiveHint(tool.destructive())
                        .idempotentHint(tool.idempotent())
                        .openWorldHint(false)
                        .build())
                .build();
    }

    private static CallToolResult called(MemoryTool tool, McpTransportContext caller, CallToolRequest call) {
        MemoryTools tools = (MemoryTools) Objects.requireNonNull(caller.get(CALLER));
        ToolAnswer answer = tools.call(tool, call.arguments() == null ? Map.of() : call.arguments());
        CallToolResult.Builder result =
                CallToolResult.builder().addTextContent(answer.text()).isError(answer.failed());
        return answer.failed()
                ? result.build()
                : result.structuredContent(answer.content()).build();
    }
}
