package io.memu4j.store.jpa.entity;

import io.memu4j.model.MemoryScope;

/** A row that belongs to one scope; every entity is one. */
public interface Scoped {
    /** Name of the Hibernate filter that confines a session to one scope. */
    String FILTER = "scope";

    /** The filter's parameter for the user. */
    String USER = "userId";

    /** The filter's parameter for the agent. */
    String AGENT = "agentId";

    /** The condition behind the filter. */
    String CONDITION = "user_id = :userId and agent_id = :agentId";

    /** The user part of the row's key. */
    String userId();

    /** The agent part of the row's key. */
    String agentId();

    /** Whether the row belongs to {@code scope}; exact comparison. */
    default boolean isIn(MemoryScope scope) {
        return scope.userId().equals(userId()) && scope.agentId().equals(agentId());
    }
}
