package io.memu4j.server.api;

import io.memu4j.model.MemoryScope;

/** Decides which memory a caller means. The only place where a user id becomes a scope; REST, MCP and the page share it. */
@FunctionalInterface
public interface ScopeResolver {
    /** The memory of the caller's own user with an agent that the credential names. */
    ScopeResolver OF_CREDENTIAL = (caller, agent) -> {
        String user = caller.user();
        if (user == null) {
            throw RequestRefused.forbidden("This credential belongs to no user, so it opens no memory.");
        }
        if (!caller.agents().contains(agent)) {
            throw RequestRefused.forbidden("This credential is not for the agent in the address."
                    + " GET /v1/session lists the agents that it is for.");
        }
        return new MemoryScope(user, agent);
    };

    /**
     * Returns the memory that is meant.
     *
     * @param caller who calls
     * @param agent the agent that the request names
     * @return the memory of the caller's user
     * @throws RequestRefused if the credential does not open it
     */
    MemoryScope resolve(Caller caller, String agent);
}
