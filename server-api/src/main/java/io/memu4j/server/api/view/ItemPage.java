package io.memu4j.server.api.view;

import io.memu4j.model.MemoryItem;
import io.memu4j.model.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of statements; {@code next} is the cursor of the following one, absent on the last. */
public record ItemPage(List<ItemView> items, @Nullable String next) {
    /** The view of a page. */
    public static ItemPage of(Page<MemoryItem> page) {
        return new ItemPage(page.rows().stream().map(ItemView::of).toList(), page.next());
    }
}
