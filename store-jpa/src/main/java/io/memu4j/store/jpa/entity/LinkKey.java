package io.memu4j.store.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The key of a link: a category and an item of one scope. */
@Embeddable
public record LinkKey(
        @Column(name = "user_id") String userId,
        @Column(name = "agent_id") String agentId,
        @Column(name = "category_id") String categoryId,
        @Column(name = "item_id") String itemId) {}
