package io.memu4j.internal.write;

import io.memu4j.internal.write.PendingWrite.PendingItem;
import io.memu4j.model.MemoryItem;
import io.memu4j.spi.store.Embedding;
import java.util.List;

/**
 * What becomes of items.
 *
 * @param items items to write
 * @param deleted stored items to delete
 * @param embeddings vectors of new or reworded items
 */
public record ItemChanges(List<PendingItem> items, List<MemoryItem> deleted, List<Embedding> embeddings) {
    /** Deletes items, and writes none. */
    public static ItemChanges deletion(List<MemoryItem> deleted) {
        return new ItemChanges(List.of(), deleted, List.of());
    }
}
