package io.memu4j.server.api.view;

import io.memu4j.memorize.MemorizeResult;
import java.util.List;

/** What was stored of a source. */
public record MemorizeAnswer(
        ResourceView resource,
        boolean unchanged,
        List<ItemView> items,
        List<CategoryView> categories,
        List<String> leftOut,
        boolean understood) {
    /** The view of a result. */
    public static MemorizeAnswer of(MemorizeResult result) {
        return new MemorizeAnswer(
                ResourceView.of(result.resource()),
                result.unchanged(),
                result.items().stream().map(ItemView::of).toList(),
                result.categories().stream().map(CategoryView::of).toList(),
                result.leftOut(),
                result.understood());
    }
}
