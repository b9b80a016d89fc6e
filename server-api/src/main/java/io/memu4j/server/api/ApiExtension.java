package io.memu4j.server.api;

import java.util.Set;

/** Adds Jakarta REST resources to the server, behind the same checks: MCP is one. */
@FunctionalInterface
public interface ApiExtension {
    /**
     * Makes the resources. Called once, when the server is put together.
     *
     * <p>A resource reaches a memory by {@code gate.open(securityContext.getUserPrincipal(), agent, permission)} alone. The principal is a
     * {@link Caller}. A {@link RequestRefused} and a {@link io.memu4j.error.MemoryException} are answered as problem+json.
     *
     * @param gate opens the memory of the caller
     * @return resources and providers, each one instance for all requests
     */
    Set<Object> resources(MemoryGate gate);
}
