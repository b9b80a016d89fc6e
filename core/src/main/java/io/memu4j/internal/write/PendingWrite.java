package io.memu4j.internal.write;

import io.memu4j.internal.value.IdSource;
import io.memu4j.model.Category;
import io.memu4j.model.ItemEvent;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.ChangeSetBuilder;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one call writes, except the categories, which other writers may change until the commit. Immutable.
 *
 * @param items items to write
 * @param deletedItems stored items to delete
 * @param passages new passages
 * @param deletedPassages ids of stored passages to delete
 * @param embeddings vectors of items, passages and the resource
 * @param resource the change of the resource, or null if it stays as it is
 * @param summariesFollow whether the summaries of touched categories are rewritten
 * @param late whether the items were said before some of what the summaries already know
 * @param actor who writes, for the history of the items: the displayed name of a source, or {@link ItemEvent#CALLER}
 */
public record PendingWrite(
        List<PendingItem> items,
        List<MemoryItem> deletedItems,
        List<Passage> passages,
        List<String> deletedPassages,
        List<Embedding> embeddings,
        @Nullable ResourceChange resource,
        boolean summariesFollow,
        boolean late,
        String actor) {
    /**
     * An item to write.
     *
     * @param item the item, not yet linked
     * @param categories names of its categories
     * @param before the stored item, or null for a new one
     */
    public record PendingItem(MemoryItem item, List<String> categories, @Nullable MemoryItem before) {
        /** Returns a copy with another state of the item. */
        PendingItem with(MemoryItem changed) {
            return new PendingItem(changed, categories, before);
        }

        MemoryItem linked(Map<String, Category> byKey) {
            return item.toBuilder()
                    .categoryIds(categories.stream()
                            .map(Category::nameKey)
                            .distinct()
                            .flatMap(key -> Stream.ofNullable(byKey.get(key)))
                            .map(Category::id)
                            .toList())
                    .build();
        }
    }

    public PendingWrite {
        items = List.copyOf(items);
        deletedItems = List.copyOf(deletedItems);
        passages = List.copyOf(passages);
        deletedPassages = List.copyOf(deletedPassages);
        embeddings = List.copyOf(embeddings);
    }

    /** Writes and deletes items alone. */
    public static PendingWrite ofItems(ItemChanges changes, boolean summariesFollow) {
        return of(changes, null, summariesFollow);
    }

    /** Writes and deletes items, and changes the resource. */
    public static PendingWrite of(ItemChanges changes, @Nullable ResourceChange resource, boolean summariesFollow) {
        return new PendingWrite(
                changes.items(),
                changes.deleted(),
                List.of(),
                List.of(),
                changes.embeddings(),
                resource,
                summariesFollow,
                false,
                ItemEvent.CALLER);
    }

    /**
     * Returns the change set of this write with its categories.
     *
     * @param blobKey the key of the copy just stored, or null if none was
     * @param ids names the entries of the history
     * @param now their time
     */
    ChangeSet changeSet(CategoryChanges categories, @Nullable String blobKey, IdSource ids, Instant now) {
        ChangeSetBuilder changes = ChangeSet.builder();
        deletedPassages.forEach(changes::deletePassage);
        passages.forEach(changes::put);
        embeddings.forEach(changes::put);
        deletedItems.forEach(item -> changes.deleteItem(new Versioned(item.id(), item.version())));
        categories.written().forEach(changes::put);
        categories.embeddings().forEach(changes::put);
        items.forEach(item -> changes.put(item.linked(categories.byKey())));
        ItemEvents.of(this, ids, now).forEach(changes::put);
        if (resource != null) {
            resource.addTo(changes, blobKey);
        }
        return changes.build();
    }
}
