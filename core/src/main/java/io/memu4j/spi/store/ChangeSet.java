package io.memu4j.spi.store;

import io.memu4j.model.Category;
import io.memu4j.model.ItemEvent;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one operation writes. A store applies it in this order: deletions, resources, passages, categories, items, vectors.
 * Immutable; lists are not modifiable.
 *
 * <p><b>Versions.</b> A row with version 0 is new. Its id must never have been used, not even by a deleted row. Any other version is the one
 * that was read: if it is not the stored version any more, the write is rejected as {@link ApplyOutcome.Stale}. The stored version then rises
 * by one. Writing an item with a version replaces its citations and links.
 *
 * <p><b>History.</b> Events are added and never changed, except that an item's deletion takes the words out of its history. An event about a
 * new item that only reinforces another is recorded as {@link ItemEvent#repeating} for that one.
 *
 * <p><b>Reinforcement.</b> A new item may make the same statement ({@link ItemKey}) as a stored one or as an earlier one of this change
 * set. Then neither the item nor its vector is written, and the existing item is reinforced. It adds the reinforcements, citations and links of
 * the new item to its own, takes the later {@code reinforcedAt} and the later {@code saidAt}, and its version rises by one. Its other values stay.
 *
 * <p><b>Deletion.</b> Deleting a resource deletes its passages. Deleting a passage or an item deletes its vectors, citations and links. An item
 * that loses a citation by this keeps its version, so a change set that deletes passages names the items to delete as well. A copy of a deleted
 * resource is queued for deletion only if {@link #obsoleteBlobs} names it.
 *
 * <p><b>Precision.</b> Times are stored to the microsecond; finer parts are dropped. {@code saidAt} keeps its offset. Texts are stored
 * unchanged.
 */
public final class ChangeSet {
    private final List<Versioned> deletedResources;
    private final List<String> deletedPassages;
    private final List<Versioned> deletedItems;
    private final List<Resource> resources;
    private final List<Passage> passages;
    private final List<Category> categories;
    private final List<MemoryItem> items;
    private final List<Embedding> embeddings;
    private final List<String> obsoleteBlobs;
    private final List<ItemEvent> events;
    private final @Nullable Instant historyStart;

    ChangeSet(ChangeSetBuilder builder) {
        this.deletedResources = List.copyOf(builder.deletedResources);
        this.deletedPassages = List.copyOf(builder.deletedPassages);
        this.deletedItems = List.copyOf(builder.deletedItems);
        this.resources = List.copyOf(builder.resources);
        this.passages = List.copyOf(builder.passages);
        this.categories = List.copyOf(builder.categories);
        this.items = List.copyOf(builder.items);
        this.embeddings = List.copyOf(builder.embeddings);
        this.obsoleteBlobs = List.copyOf(builder.obsoleteBlobs);
        this.events = List.copyOf(builder.events);
        this.historyStart = builder.historyStart;
    }

    /** {@return a builder of an empty change set} */
    public static ChangeSetBuilder builder() {
        return new ChangeSetBuilder();
    }

    /** {@return the resources to delete, with their passages} */
    public List<Versioned> deletedResources() {
        return deletedResources;
    }

    /** {@return the ids of passages to delete; unknown ones are ignored} */
    public List<String> deletedPassages() {
        return deletedPassages;
    }

    /** {@return the items to delete} */
    public List<Versioned> deletedItems() {
        return deletedItems;
    }

    /** {@return new and changed resources; the source key of a new one must not be stored} */
    public List<Resource> resources() {
        return resources;
    }

    /** {@return new passages, whose resources are stored or in this change set} */
    public List<Passage> passages() {
        return passages;
    }

    /** {@return new and changed categories; the name of a new one must not be stored} */
    public List<Category> categories() {
        return categories;
    }

    /** {@return new and changed items, whose citations and links are stored or in this change set} */
    public List<MemoryItem> items() {
        return items;
    }

    /**
     * Returns the vectors to write. All are of one space. If the scope has no active space, theirs becomes the active one; if it has another,
     * the store throws {@link io.memu4j.error.EmbeddingSpaceMismatchException}. A vector replaces the one that its owner has in the space.
     *
     * @return vectors of rows that are stored or in this change set
     */
    public List<Embedding> embeddings() {
        return embeddings;
    }

    /** {@return the keys of copies of sources whose deletion is queued} */
    public List<String> obsoleteBlobs() {
        return obsoleteBlobs;
    }

    /** {@return new entries in the histories of items; their ids must never have been used} */
    public List<ItemEvent> events() {
        return events;
    }

    /** {@return the time before which the history of the scope is deleted, or null to keep all of it} */
    public @Nullable Instant historyStart() {
        return historyStart;
    }

    /** {@return whether there is nothing to write} */
    public boolean isEmpty() {
        return historyStart == null && lists().allMatch(List::isEmpty);
    }

    /** {@return whether a resource, a passage or an item is deleted} */
    public boolean deletes() {
        return !deletedResources.isEmpty() || !deletedPassages.isEmpty() || !deletedItems.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChangeSet that
                && that.lists().toList().equals(lists().toList())
                && Objects.equals(that.historyStart, historyStart);
    }

    @Override
    public int hashCode() {
        return lists().toList().hashCode();
    }

    /** Shows how many rows are written, and no text. */
    @Override
    public String toString() {
        return "ChangeSet" + lists().map(List::size).toList();
    }

    private Stream<List<?>> lists() {
        return Stream.of(
                deletedResources,
                deletedPassages,
                deletedItems,
                resources,
                passages,
                categories,
                items,
                embeddings,
                obsoleteBlobs,
                events);
    }
}
