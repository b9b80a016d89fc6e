package io.memu4j.mcp;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Says who sends a request, by its credential. Asked for each request: nothing is remembered between two. */
@FunctionalInterface
public interface McpAccess {
    /**
     * Returns what the sender of a request may do.
     *
     * @param request the request; its path after the servlet's is {@code /{agent}} or nothing
     * @return the grant, or null if the request has no valid credential; it is answered with 401 then
     * @throws io.memu4j.error.IsolationException if the credential does not reach the agent; answered with 403
     */
    @Nullable
    McpGrant of(HttpServletRequest request);
}
