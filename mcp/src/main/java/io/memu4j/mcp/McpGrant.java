package io.memu4j.mcp;

import io.memu4j.model.MemoryScope;
import io.memu4j.tools.MemoryTool;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a caller may do: with whose memory, and by which tools. It comes from the caller's credential or from the command line, never from
 * an argument of a tool.
 *
 * @param scope the user and the agent
 * @param tools the tools that the caller sees; the others do not exist for them
 */
public record McpGrant(MemoryScope scope, Set<MemoryTool> tools) {
    /**
     * Copies the set.
     *
     * @param scope the user and the agent
     * @param tools the tools
     */
    public McpGrant {
        tools = Set.copyOf(tools);
    }

    /**
     * Returns a grant of all tools.
     *
     * @param scope the user and the agent
     * @return the grant
     */
    public static McpGrant all(MemoryScope scope) {
        return new McpGrant(scope, EnumSet.allOf(MemoryTool.class));
    }

    /**
     * Returns a grant of the tools that change nothing.
     *
     * @param scope the user and the agent
     * @return the grant
     */
    public static McpGrant readOnly(MemoryScope scope) {
        Set<MemoryTool> reading = EnumSet.allOf(MemoryTool.class);
        reading.removeIf(tool -> !tool.readOnly());
        return new McpGrant(scope, reading);
    }
}
