package io.memu4j.store.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The key of a resource, passage, item, category or pending deletion: an id within a scope. */
@Embeddable
public record RowKey(@Column(name = "user_id") String userId, @Column(name = "agent_id") String agentId, String id) {}
