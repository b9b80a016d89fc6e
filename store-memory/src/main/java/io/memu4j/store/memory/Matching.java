package io.memu4j.store.memory;

import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;

/** Whether a row passes a filter. */
final class Matching {
    private Matching() {}

    static boolean matches(ResourceFilter filter, Resource resource) {
        return (filter.modalities().isEmpty() || filter.modalities().contains(resource.modality()))
                && resource.attributes()
                        .entrySet()
                        .containsAll(filter.attributes().entrySet());
    }

    static boolean matches(ItemFilter filter, MemoryItem item, ScopeTables tables) {
        return (filter.types().isEmpty() || filter.types().contains(item.type()))
                && (filter.categoryId() == null || item.categoryIds().contains(filter.categoryId()))
                && (filter.resourceId() == null || cites(item, filter.resourceId(), tables))
                && item.attributes().entrySet().containsAll(filter.attributes().entrySet());
    }

    private static boolean cites(MemoryItem item, String resourceId, ScopeTables tables) {
        return item.passageIds().stream()
                .anyMatch(id -> Row.indexed(tables.passages, id).resourceId().equals(resourceId));
    }
}
