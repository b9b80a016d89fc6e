package io.memu4j.store.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The key of a citation: an item and a passage of one scope. */
@Embeddable
public record CitationKey(
        @Column(name = "user_id") String userId,
        @Column(name = "agent_id") String agentId,
        @Column(name = "item_id") String itemId,
        @Column(name = "passage_id") String passageId) {}
