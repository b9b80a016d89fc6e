package io.memu4j.server.api.view;

import io.memu4j.memory.NewItem;
import io.memu4j.model.MemoryType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A statement that a caller adds. */
public record NewItemInput(
        @Nullable String type,
        @Nullable String text,
        @Nullable PeriodView happenedAt,
        @Nullable List<String> categories,
        @Nullable Map<String, String> attributes,
        @Nullable Instant expiresAt) {
    /** The new item of core. */
    public NewItem item() {
        NewItem item = NewItem.of(
                        type == null ? MemoryType.KNOWLEDGE : new MemoryType(type), Present.required(text, "text"))
                .withCategories(Present.list(categories, "categories").toArray(String[]::new))
                .withAttributes(Present.map(attributes, "attributes"));
        if (happenedAt != null) {
            item = item.withHappenedAt(happenedAt.period());
        }
        return expiresAt == null ? item : item.withExpiresAt(expiresAt);
    }
}
