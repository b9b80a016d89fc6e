package io.memu4j;

import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.ScopeSummary;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every scope of a store, a page at a time. */
record AllScopes(MemoryStore store) {
    private static final int PAGE = 500;

    static AllScopes of(MemoryStore store) {
        return new AllScopes(store);
    }

    void forEach(Consumer<ScopeSummary> each) {
        @Nullable MemoryScope after = null;
        List<ScopeSummary> page;
        do {
            page = store.scopes(after, PAGE);
            for (ScopeSummary summary : page) {
                after = summary.scope();
                each.accept(summary);
            }
        } while (page.size() == PAGE);
    }
}
