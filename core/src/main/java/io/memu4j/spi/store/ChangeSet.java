package io.memu4j.spi.store;

import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import java.util.List;

/**
 * Everything one operation writes, in the order in which it is applied: deletions, then resources, passages, categories, items, vectors.
 *
 * <p>A value with version 0 is new and must not exist yet (an id is never given twice, even after a deletion); any other version is the one
 * the value was made from, and the write is refused as {@link ApplyOutcome.Stale} when it is no longer the stored one. The stored version
 * is then one higher. Writing an item with a version replaces its citations and categories by the given ones.
 *
 * <p>A new item that makes the same statement as a stored one ({@link ItemKey}), or as an earlier one of this change set, is not
 * written, nor is its vector: the stored one is reinforced. It adds the new one's reinforcements, citations and categories to its own,
 * takes the later {@code reinforcedAt}, and its version grows by one; all else of it stays.
 *
 * <p>Deleting a resource deletes its passages; deleting a passage or item deletes its vectors, citations and links. What an item loses by
 * that does not change its version: whoever plans a deletion names the items that go with it. A copy of a deleted resource is queued for
 * deletion only when {@code obsoleteBlobs} names it.
 *
 * <p>Times are kept to the microsecond, finer parts are dropped; {@code saidAt} keeps its offset. Texts are kept as they are: no
 * normalisation, no trimming.
 *
 * @param deletedResources go with their passages
 * @param deletedPassages ids; unknown ones are ignored
 * @param resources new or changed; the source key of a new one must not be taken
 * @param passages new ones only; their resource is stored or in this change set
 * @param categories new or changed; the name of a new one must not be taken
 * @param items new or changed; what they cite and link is stored or in this change set
 * @param embeddings vectors of what is stored or in this change set, replacing that owner's vector in the same space; all of one space,
 *     which becomes the scope's active one if it had none; another space than the active one is refused by an exception
 * @param obsoleteBlobs blob keys to queue for deletion
 */
public record ChangeSet(
        List<Versioned> deletedResources,
        List<String> deletedPassages,
        List<Versioned> deletedItems,
        List<Resource> resources,
        List<Passage> passages,
        List<Category> categories,
        List<MemoryItem> items,
        List<Embedding> embeddings,
        List<String> obsoleteBlobs) {
    public ChangeSet {
        deletedResources = List.copyOf(deletedResources);
        deletedPassages = List.copyOf(deletedPassages);
        deletedItems = List.copyOf(deletedItems);
        resources = List.copyOf(resources);
        passages = List.copyOf(passages);
        categories = List.copyOf(categories);
        items = List.copyOf(items);
        embeddings = List.copyOf(embeddings);
        obsoleteBlobs = List.copyOf(obsoleteBlobs);
    }

    public static ChangeSetBuilder builder() {
        return new ChangeSetBuilder();
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return !deletes()
                && resources.isEmpty()
                && passages.isEmpty()
                && categories.isEmpty()
                && items.isEmpty()
                && embeddings.isEmpty()
                && obsoleteBlobs.isEmpty();
    }

    /** Whether something goes. */
    public boolean deletes() {
        return !deletedResources.isEmpty() || !deletedPassages.isEmpty() || !deletedItems.isEmpty();
    }
}
