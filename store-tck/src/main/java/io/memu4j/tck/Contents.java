package io.memu4j.tck;

import io.memu4j.model.Category;
import io.memu4j.model.Counts;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.PendingDeletion;
import io.memu4j.spi.store.ScopeStore;
import java.util.List;
import java.util.Map;

/**
 * All that a scope holds, comparable.
 *
 * @param vectors owner to floats
 */
record Contents(
        Watermark watermark,
        Counts counts,
        Map<String, Resource> resources,
        Map<String, Passage> passages,
        Map<String, Category> categories,
        Map<String, MemoryItem> items,
        Map<String, List<Float>> vectors,
        List<PendingDeletion> pendingDeletions) {

    /** What the scope holds now; call it while nobody writes. */
    static Contents of(ScopeStore scope) {
        SeenScope seen = new SeenScope();
        seen.refresh(scope);
        return seen.contents(scope);
    }
}
