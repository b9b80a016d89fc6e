package io.memu4j.model;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a scope; all conditions hold together.
 *
 * @param types any of these; empty for all
 * @param categoryId linked to that category, or null
 * @param resourceId citing a passage of that resource, or null
 * @param attributes having all of these
 */
public record ItemFilter(
        Set<MemoryType> types,
        @Nullable String categoryId,
        @Nullable String resourceId,
        Map<String, String> attributes) {
    /** All items. */
    public static final ItemFilter ALL = new ItemFilter(Set.of(), null, null, Map.of());

    public ItemFilter {
        types = Set.copyOf(types);
        attributes = Map.copyOf(attributes);
    }

    public ItemFilter withTypes(MemoryType... any) {
        return new ItemFilter(Set.of(any), categoryId, resourceId, attributes);
    }

    public ItemFilter withCategory(String id) {
        return new ItemFilter(types, id, resourceId, attributes);
    }

    public ItemFilter withResource(String id) {
        return new ItemFilter(types, categoryId, id, attributes);
    }

    public ItemFilter withAttributes(Map<String, String> all) {
        return new ItemFilter(types, categoryId, resourceId, all);
    }
}
