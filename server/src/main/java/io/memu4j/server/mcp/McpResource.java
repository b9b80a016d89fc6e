package io.memu4j.server.mcp;

import io.memu4j.mcp.McpGrant;
import io.memu4j.mcp.McpHandler;
import io.memu4j.mcp.McpReply;
import io.memu4j.mcp.McpServlet;
import io.memu4j.server.api.Caller;
import io.memu4j.server.api.MemoryGate;
import io.memu4j.server.api.Permission;
import io.memu4j.server.api.RequestRefused;
import io.memu4j.tools.MemoryTool;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers messages of the Model Context Protocol. The agent is in the address, or the only one of the credential. */
@Path("/mcp")
public final class McpResource {
    private static final int TOO_LARGE = 413;

    private final MemoryGate gate;
    private final McpHandler handler;

    McpResource(MemoryGate gate, McpHandler handler) {
        this.gate = gate;
        this.handler = handler;
    }

    /**
     * Answers for the only agent of the credential.
     *
     * @param who the caller
     * @param revision of the protocol, or null
     * @param body the message
     * @return the answer
     * @throws IOException if the body cannot be read
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(
            @Context SecurityContext who,
            @HeaderParam("MCP-Protocol-Version") @Nullable String revision,
            InputStream body)
            throws IOException {
        Set<String> agents =
                gate.caller(who.getUserPrincipal(), Permission.READ).agents();
        if (agents.size() != 1) {
            throw RequestRefused.malformed("This credential is for " + agents.size()
                    + " agents, and the address names none. Use /mcp/ and the agent.");
        }
        return answer(who, agents.iterator().next(), revision, body);
    }

    /**
     * Answers for an agent.
     *
     * @param who the caller
     * @param agent the agent
     * @param revision of the protocol, or null
     * @param body the message
     * @return the answer
     * @throws IOException if the body cannot be read
     */
    @POST
    @Path("{agent}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(
            @Context SecurityContext who,
            @PathParam("agent") String agent,
            @HeaderParam("MCP-Protocol-Version") @Nullable String revision,
            InputStream body)
            throws IOException {
        Caller caller = gate.caller(who.getUserPrincipal(), Permission.READ);
        McpGrant grant = new McpGrant(gate.scope(caller, agent, Permission.READ), tools(caller));
        byte[] message = body.readNBytes(McpServlet.MAX_BODY + 1);
        McpReply reply = message.length > McpServlet.MAX_BODY
                ? handler.refused(TOO_LARGE, "The body is longer than " + McpServlet.MAX_BODY + " bytes.")
                : handler.answer(grant, message, revision);
        return Response.status(reply.status())
                .entity(reply.body())
                .type(reply.body() == null ? null : MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Set<MemoryTool> tools(Caller caller) {
        return Arrays.stream(MemoryTool.values())
                .filter(tool -> caller.permissions().contains(needed(tool)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Permission needed(MemoryTool tool) {
        return tool.readOnly()
                ? Permission.READ
                : tool == MemoryTool.FORGET_MEMORY ? Permission.DELETE : Permission.WRITE;
    }
}
