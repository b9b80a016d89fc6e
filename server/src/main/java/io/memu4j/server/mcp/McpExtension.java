package io.memu4j.server.mcp;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.mcp.McpHandler;
import io.memu4j.server.api.ApiExtension;
import io.memu4j.server.api.MemoryGate;
import java.util.Set;

/**
 * Serves memory by the Model Context Protocol at {@code /mcp} and {@code /mcp/{agent}}.
 *
 * @param memories what the server serves
 */
public record McpExtension(MemoryServiceFactory memories) implements ApiExtension {
    /** {@return the resource at {@code /mcp}} */
    @Override
    public Set<Object> resources(MemoryGate gate) {
        return Set.of(new McpResource(gate, McpHandler.of(memories)));
    }
}
