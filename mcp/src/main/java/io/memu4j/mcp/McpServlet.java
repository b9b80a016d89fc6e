package io.memu4j.mcp;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.IsolationException;
import io.memu4j.error.MemoryException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Serves memory over HTTP, without sessions: each request names its caller by a credential, and is answered with JSON. Mount it at
 * {@code /mcp/*}; what follows the path names the agent, if {@link McpAccess} reads it.
 *
 * <p>A request of a page in a browser, which has an {@code Origin}, is refused unless the origin is allowed. Thread-safe.
 */
public final class McpServlet extends HttpServlet {
    /** The longest body that is read, in bytes. */
    public static final int MAX_BODY = 1 << 20;

    private static final long serialVersionUID = 1L;

    private final transient McpHandler handler;
    private final transient McpAccess access;
    private final transient Set<String> origins;

    private McpServlet(McpHandler handler, McpAccess access, Set<String> origins) {
        this.handler = handler;
        this.access = access;
        this.origins = Set.copyOf(origins);
    }

    /**
     * Makes a servlet that no page in a browser may call.
     *
     * @param memory the memory; the caller closes it
     * @param access says who sends a request
     * @return the servlet
     */
    public static McpServlet of(MemoryServiceFactory memory, McpAccess access) {
        return new McpServlet(McpHandler.of(memory), access, Set.of());
    }

    /**
     * Returns a copy that pages of these origins may call.
     *
     * @param allowed such as {@code https://agents.example.org}
     * @return the copy
     */
    public McpServlet withOrigins(Set<String> allowed) {
        return new McpServlet(handler, access, allowed);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            serve(request, response);
        } catch (IsolationException e) {
            write(refused(403, "The credential does not reach this agent."), response);
        } catch (InvalidInputException e) {
            write(refused(400, "The path names no agent."), response);
        } catch (MemoryException e) {
            log("The memory cannot be used.", e);
            write(refused(503, "The memory cannot be used at the moment."), response);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String origin = request.getHeader("Origin");
        if (origin != null && !origins.contains(origin)) {
            write(refused(403, "Pages of this origin may not call."), response);
            return;
        }
        McpGrant grant = access.of(request);
        if (grant == null) {
            response.setHeader("WWW-Authenticate", "Bearer");
            write(refused(401, "A valid credential is missing: send it as Authorization: Bearer."), response);
            return;
        }
        McpReply wrong = wrong(request);
        if (wrong != null) {
            if (wrong.status() == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
                response.setHeader("Allow", "POST");
            }
            write(wrong, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            write(tooLong(), response);
            return;
        }
        write(handler.answer(grant, body, request.getHeader("MCP-Protocol-Version")), response);
    }

    private @Nullable McpReply wrong(HttpServletRequest request) {
        if (!"POST".equals(request.getMethod())) {
            return refused(405, "Only POST is served: there are no sessions and no streams.");
        }
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?")) {
            return refused(415, "The body is no application/json.");
        }
        return request.getContentLengthLong() > MAX_BODY ? tooLong() : null;
    }

    private McpReply tooLong() {
        return refused(413, "The body is longer than " + MAX_BODY + " bytes.");
    }

    private McpReply refused(int status, String sentence) {
        return handler.refused(status, sentence);
    }

    private static void write(McpReply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        String body = reply.body();
        if (body == null) {
            return;
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
