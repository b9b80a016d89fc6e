package io.memu4j;

import io.memu4j.ErasureReport.ErasedScope;
import io.memu4j.model.MemoryScope;
import io.memu4j.search.ScopeIndexSearcher;
import io.memu4j.spi.store.Counts;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.spi.store.ScopeSummary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Erases scopes: all rows in one transaction, which queues the copies; then the copies; then the scope's own row, which until then tells a
 * repeated erasure that there is something left to do.
 */
record Erasure(MemoryStore store, BlobKeeper blobs, ScopeIndexSearcher searcher) {
    private static final int PAGE = 1_000;

    ErasureReport user(String userId) {
        List<ErasedScope> erased = new ArrayList<>();
        for (MemoryScope scope : scopesOf(userId)) {
            erased.add(erased(scope));
        }
        return ErasureReport.of(erased);
    }

    ErasureReport scope(MemoryScope scope) {
        return ErasureReport.of(List.of(erased(scope)));
    }

    ErasureReport everything() {
        List<ErasedScope> erased = new ArrayList<>();
        AllScopes.of(store).forEach(summary -> erased.add(erased(summary.scope())));
        return ErasureReport.of(erased);
    }

    private ErasedScope erased(MemoryScope scope) {
        ScopeStore memory = store.in(scope);
        Counts before = memory.counts();
        int copies = blobs.count(scope);
        memory.clear();
        blobs.sweep(memory);
        blobs.deleteUnnamed(memory);
        memory.drop();
        searcher.forget(scope);
        int left = blobs.tidy(scope);
        boolean gone = memory.watermark().revision() == 0;
        return new ErasedScope(scope, before, memory.counts(), Math.max(0, copies - left), left, gone);
    }

    private List<MemoryScope> scopesOf(String userId) {
        List<MemoryScope> found = new ArrayList<>();
        @Nullable MemoryScope after = null;
        List<ScopeSummary> page;
        do {
            page = store.scopes(after, PAGE);
            for (ScopeSummary summary : page) {
                after = summary.scope();
                if (after.userId().equals(userId)) {
                    found.add(after);
                }
            }
        } while (page.size() == PAGE);
        return found;
    }
}
