package io.memu4j.tck;

import io.memu4j.admin.ScopeSummary;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of scopes, read to its end. */
final class Scopes {
    private Scopes() {}

    static Optional<ScopeSummary> listed(MemoryStore store, MemoryScope scope) {
        return all(store, 1_000).stream().filter(s -> s.scope().equals(scope)).findFirst();
    }

    static List<ScopeSummary> all(MemoryStore store, int pageSize) {
        List<ScopeSummary> all = new ArrayList<>();
        @Nullable MemoryScope after = null;
        while (true) {
            List<ScopeSummary> page = store.scopes(after, pageSize);
            all.addAll(page);
            if (page.size() < pageSize) {
                return all;
            }
            after = page.get(page.size() - 1).scope();
        }
    }
}
