package io.memu4j.store.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The key of a vector: what it stands for, within a scope, and its space. */
@Embeddable
public record EmbeddingKey(
        @Column(name = "user_id") String userId,
        @Column(name = "agent_id") String agentId,
        @Column(name = "owner_kind") String ownerKind,
        @Column(name = "owner_id") String ownerId,
        String space) {}
