package io.memu4j.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.tools.MemoryTool;
import io.memu4j.tools.MemoryTools;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers messages of callers whose grant is known, without a session. {@link McpServlet} and {@link McpStdio} bring messages to it; a
 * server with checks of its own may call it directly. Thread-safe; runs on the calling thread.
 */
public final class McpHandler {
    private final ObjectMapper json = new ObjectMapper();
    private final MemoryServiceFactory memory;
    /** One for each set of tools that was granted: there are few. */
    private final Map<Set<MemoryTool>, McpProtocol> protocols = new ConcurrentHashMap<>();

    private McpHandler(MemoryServiceFactory memory) {
        this.memory = memory;
    }

    /**
     * Makes a handler.
     *
     * @param memory the memory; the caller closes it
     * @return the handler
     */
    public static McpHandler of(MemoryServiceFactory memory) {
        return new McpHandler(memory);
    }

    /**
     * Answers one message.
     *
     * @param grant what the caller may do
     * @param message JSON in UTF-8; bounded by whoever read it
     * @param revision the value of the header {@code MCP-Protocol-Version}, or null
     * @return the answer
     */
    public McpReply answer(McpGrant grant, byte[] message, @Nullable String revision) {
        return protocols
                .computeIfAbsent(grant.tools(), tools -> new McpProtocol(json, tools))
                .answer(
                        new String(message, StandardCharsets.UTF_8),
                        revision,
                        MemoryTools.of(memory.service(grant.scope())));
    }

    /**
     * Refuses a request that is no message of the protocol, or may not be one.
     *
     * @param status of HTTP
     * @param sentence what is wrong, without what the request says
     * @return the answer
     */
    public McpReply refused(int status, String sentence) {
        return McpReply.refused(json, null, McpReply.INVALID, sentence).withStatus(status);
    }
}
