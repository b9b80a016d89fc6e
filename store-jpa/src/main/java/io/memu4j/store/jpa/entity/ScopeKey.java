package io.memu4j.store.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The key of a scope's own row. */
@Embeddable
public record ScopeKey(@Column(name = "user_id") String userId, @Column(name = "agent_id") String agentId) {}
