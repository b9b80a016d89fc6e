package io.memu4j.spi.store;

import io.memu4j.model.Category;
import io.memu4j.model.ItemEvent;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects a {@link ChangeSet}. The order of calls matters within one kind of row only. Not thread-safe. */
public final class ChangeSetBuilder {
    final List<Versioned> deletedResources = new ArrayList<>();
    final List<String> deletedPassages = new ArrayList<>();
    final List<Versioned> deletedItems = new ArrayList<>();
    final List<Resource> resources = new ArrayList<>();
    final List<Passage> passages = new ArrayList<>();
    final List<Category> categories = new ArrayList<>();
    final List<MemoryItem> items = new ArrayList<>();
    final List<Embedding> embeddings = new ArrayList<>();
    final List<String> obsoleteBlobs = new ArrayList<>();
    final List<ItemEvent> events = new ArrayList<>();

    @Nullable
    Instant historyStart;

    ChangeSetBuilder() {}

    /**
     * Deletes a resource with its passages.
     *
     * @param row the id, and the version that was read
     * @return this builder
     */
    public ChangeSetBuilder deleteResource(Versioned row) {
        deletedResources.add(row);
        return this;
    }

    /**
     * Deletes a passage.
     *
     * @param id an unknown one is ignored
     * @return this builder
     */
    public ChangeSetBuilder deletePassage(String id) {
        deletedPassages.add(id);
        return this;
    }

    /**
     * Deletes an item.
     *
     * @param row the id, and the version that was read
     * @return this builder
     */
    public ChangeSetBuilder deleteItem(Versioned row) {
        deletedItems.add(row);
        return this;
    }

    /**
     * Writes a resource.
     *
     * @param resource new with version 0, or changed with the version that was read
     * @return this builder
     */
    public ChangeSetBuilder put(Resource resource) {
        resources.add(resource);
        return this;
    }

    /**
     * Writes a new passage.
     *
     * @param passage of a resource that is stored or in this change set
     * @return this builder
     */
    public ChangeSetBuilder put(Passage passage) {
        passages.add(passage);
        return this;
    }

    /**
     * Writes a category.
     *
     * @param category new with version 0, or changed with the version that was read
     * @return this builder
     */
    public ChangeSetBuilder put(Category category) {
        categories.add(category);
        return this;
    }

    /**
     * Writes an item with its citations and links.
     *
     * @param item new with version 0, or changed with the version that was read
     * @return this builder
     */
    public ChangeSetBuilder put(MemoryItem item) {
        items.add(item);
        return this;
    }

    /**
     * Writes a vector.
     *
     * @param embedding of a row that is stored or in this change set
     * @return this builder
     */
    public ChangeSetBuilder put(Embedding embedding) {
        embeddings.add(embedding);
        return this;
    }

    /**
     * Queues the deletion of a copy of a source.
     *
     * @param blobKey the key in the {@link io.memu4j.spi.blob.BlobStore}
     * @return this builder
     */
    public ChangeSetBuilder dropBlob(String blobKey) {
        obsoleteBlobs.add(blobKey);
        return this;
    }

    /**
     * Records what happened to an item.
     *
     * @param event of an item that is stored, in this change set, or deleted by it
     * @return this builder
     */
    public ChangeSetBuilder put(ItemEvent event) {
        events.add(event);
        return this;
    }

    /**
     * Deletes the older part of the scope's history.
     *
     * @param start the first moment that is kept
     * @return this builder
     */
    public ChangeSetBuilder dropHistoryBefore(Instant start) {
        historyStart = start;
        return this;
    }

    /** {@return the change set; the builder can be used further} */
    public ChangeSet build() {
        return new ChangeSet(this);
    }
}
