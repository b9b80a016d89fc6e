package io.memu4j.internal.memory;

import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.spi.store.ScopeStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads all rows of a scope, a page at a time. */
final class StoredRows {
    private static final int PAGE = 500;

    private StoredRows() {}

    /** Returns the items in the order of their creation. */
    static List<MemoryItem> items(ScopeStore memory) {
        List<MemoryItem> items = new ArrayList<>();
        PageRequest request = PageRequest.first(PAGE);
        @Nullable String next = null;
        do {
            Page<MemoryItem> page = memory.items(ItemFilter.ALL, request.after(next));
            items.addAll(page.rows());
            next = page.next();
        } while (next != null);
        return items;
    }
}
