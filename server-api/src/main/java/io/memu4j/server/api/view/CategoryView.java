package io.memu4j.server.api.view;

import io.memu4j.model.Category;
import java.time.Instant;

/** A topic. */
public record CategoryView(
        String id,
        long version,
        String name,
        String description,
        String summary,
        Instant createdAt,
        Instant updatedAt) {
    /** The view of a category. */
    public static CategoryView of(Category category) {
        return new CategoryView(
                category.id(),
                category.version(),
                category.name(),
                category.description(),
                category.summary(),
                category.createdAt(),
                category.updatedAt());
    }
}
