package io.memu4j.server.api;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.model.MemoryScope;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** The way from a request to a memory: who calls, whether they may, and whose memory it is. Thread-safe. */
public final class MemoryGate {
    private final MemoryServiceFactory memory;
    private final ScopeResolver scopes;

    /**
     * Creates a gate.
     *
     * @param memory the memories behind it
     * @param scopes decides which one a caller means
     */
    public MemoryGate(MemoryServiceFactory memory, ScopeResolver scopes) {
        this.memory = memory;
        this.scopes = scopes;
    }

    /**
     * Opens the memory of the caller's user with an agent.
     *
     * @param principal of the request
     * @param agent the agent that the request names
     * @param needed what the request does
     * @return that memory, and no other
     * @throws RequestRefused if the caller is not known or may not do it
     */
    public MemoryService open(@Nullable Principal principal, String agent, Permission needed) {
        return memory.service(scope(principal, agent, needed));
    }

    /**
     * Returns the scope that {@link #open} would open.
     *
     * @param principal of the request
     * @param agent the agent that the request names
     * @param needed what the request does
     * @return the scope
     * @throws RequestRefused as of {@link #open}
     */
    public MemoryScope scope(@Nullable Principal principal, String agent, Permission needed) {
        return scopes.resolve(caller(principal, needed), agent);
    }

    /**
     * Returns the caller if they have a permission.
     *
     * @param principal of the request
     * @param needed what the request does
     * @return the caller
     * @throws RequestRefused if the caller is not known or may not do it
     */
    public Caller caller(@Nullable Principal principal, Permission needed) {
        Caller caller = caller(principal);
        if (!caller.permissions().contains(needed)) {
            throw RequestRefused.lacking(needed);
        }
        return caller;
    }

    /**
     * Returns the caller.
     *
     * @param principal of the request
     * @return the caller
     * @throws RequestRefused if they are not known
     */
    public Caller caller(@Nullable Principal principal) {
        if (principal instanceof Caller caller) {
            return caller;
        }
        throw RequestRefused.unauthenticated(
                "A credential is missing. Send a key or a token in the header Authorization: Bearer ...");
    }
}
