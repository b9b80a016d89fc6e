package io.memu4j.memorize;

import io.memu4j.model.CallTotals;
import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Resource;
import java.util.List;

/**
 * What a memorize stored.
 *
 * @param resource the source as stored
 * @param unchanged whether it was known with this content already, and nothing was written
 * @param items new and reinforced statements, in the order of the text; empty when unchanged
 * @param categories the topics of those items, by name; empty when unchanged
 * @param relations which of those items belongs to which of those categories
 * @param calls the model calls it took
 */
public record MemorizeResult(
        Resource resource,
        boolean unchanged,
        List<MemoryItem> items,
        List<Category> categories,
        List<Relation> relations,
        CallTotals calls) {
    /** An item's link to a category. */
    public record Relation(String itemId, String categoryId) {}

    public MemorizeResult {
        items = List.copyOf(items);
        categories = List.copyOf(categories);
        relations = List.copyOf(relations);
    }
}
