package io.memu4j.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One remembered statement, with what proves it and the topics it belongs to.
 *
 * @param id UUIDv7, lower case
 * @param version 0 before it is stored, grows by one with every change, a reinforcement included
 * @param summary the statement, 1 to {@link #MAX_LENGTH} UTF-16 units; unique in a scope by type and {@link Texts#normalized}
 * @param happenedAt when it happened, or null when the source does not say
 * @param origin who made it
 * @param reinforcements how often it was stated, from 1
 * @param reinforcedAt when it was last stated
 * @param attributes the caller's own, usable as filters
 * @param passageIds the passages that prove it, in no order; empty for what a user created
 * @param categoryIds the categories it is linked to, in no order
 */
public record MemoryItem(
        String id,
        long version,
        MemoryType type,
        String summary,
        @Nullable HappenedAt happenedAt,
        Origin origin,
        int reinforcements,
        Instant reinforcedAt,
        Map<String, String> attributes,
        List<String> passageIds,
        List<String> categoryIds,
        Instant createdAt,
        Instant updatedAt) {
    /** The longest statement, in UTF-16 units. */
    public static final int MAX_LENGTH = 8_000;

    /** Who made an item; what a person created or edited outlives its last citation. */
    public enum Origin {
        EXTRACTED,
        CREATED,
        EDITED
    }

    public MemoryItem {
        attributes = Map.copyOf(attributes);
        passageIds = List.copyOf(passageIds);
        categoryIds = List.copyOf(categoryIds);
    }

    /** What makes two items the same statement within a scope. */
    public ItemKey key() {
        return ItemKey.of(type, summary);
    }

    /** The same as a person changed it at that time; null leaves a value as it is. */
    public MemoryItem edited(
            @Nullable MemoryType newType,
            @Nullable String newSummary,
            @Nullable HappenedAt newHappenedAt,
            @Nullable Map<String, String> newAttributes,
            Instant time) {
        return new MemoryItem(
                id,
                version,
                newType == null ? type : newType,
                newSummary == null ? summary : newSummary,
                newHappenedAt == null ? happenedAt : newHappenedAt,
                origin == Origin.CREATED ? Origin.CREATED : Origin.EDITED,
                reinforcements,
                reinforcedAt,
                newAttributes == null ? attributes : newAttributes,
                passageIds,
                categoryIds,
                createdAt,
                time);
    }

    /** The same, linked to those categories. */
    public MemoryItem linkedTo(List<String> newCategoryIds) {
        return new MemoryItem(
                id,
                version,
                type,
                summary,
                happenedAt,
                origin,
                reinforcements,
                reinforcedAt,
                attributes,
                passageIds,
                newCategoryIds,
                createdAt,
                updatedAt);
    }

    @Override
    public String toString() {
        return "MemoryItem[" + id + ", " + type.name() + "]";
    }
}
