package io.memu4j.server.api.view;

import io.memu4j.memory.ItemUpdate;
import io.memu4j.model.MemoryType;
import io.memu4j.server.api.RequestRefused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A change of a statement. What is left out stays as it is. */
public record ItemPatch(
        @Nullable String type,
        @Nullable String text,
        @Nullable PeriodView happenedAt,
        @Nullable List<String> categories,
        @Nullable Map<String, String> attributes,
        @Nullable Instant expiresAt) {
    /** The update of core, refused for another version. */
    public ItemUpdate update(long version) {
        if (Stream.of(type, text, happenedAt, categories, attributes, expiresAt).allMatch(Objects::isNull)) {
            throw RequestRefused.malformed("The change is empty. Expected at least one field.");
        }
        ItemUpdate update = ItemUpdate.nothing().expecting(version);
        if (text != null) {
            update = update.withSummary(text);
        }
        if (type != null) {
            update = update.withType(new MemoryType(type));
        }
        if (happenedAt != null) {
            update = update.withHappenedAt(happenedAt.period());
        }
        if (categories != null) {
            update =
                    update.withCategories(Present.list(categories, "categories").toArray(String[]::new));
        }
        if (attributes != null) {
            update = update.withAttributes(Present.map(attributes, "attributes"));
        }
        return expiresAt == null ? update : update.withExpiresAt(expiresAt);
    }
}
