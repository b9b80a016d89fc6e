package io.memu4j.spi.store;

import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import java.util.ArrayList;
import java.util.List;

/** Collects a {@link ChangeSet}. One thread. */
public final class ChangeSetBuilder {
    private final List<Versioned> deletedResources = new ArrayList<>();
    private final List<String> deletedPassages = new ArrayList<>();
    private final List<Versioned> deletedItems = new ArrayList<>();
    private final List<Resource> resources = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<Category> categories = new ArrayList<>();
    private final List<MemoryItem> items = new ArrayList<>();
    private final List<Embedding> embeddings = new ArrayList<>();
    private final List<String> obsoleteBlobs = new ArrayList<>();

    ChangeSetBuilder() {}

    public ChangeSetBuilder deleteResource(Versioned row) {
        deletedResources.add(row);
        return this;
    }

    public ChangeSetBuilder deletePassage(String id) {
        deletedPassages.add(id);
        return this;
    }

    public ChangeSetBuilder deleteItem(Versioned row) {
        deletedItems.add(row);
        return this;
    }

    public ChangeSetBuilder put(Resource resource) {
        resources.add(resource);
        return this;
    }

    public ChangeSetBuilder put(Passage passage) {
        passages.add(passage);
        return this;
    }

    public ChangeSetBuilder put(Category category) {
        categories.add(category);
        return this;
    }

    public ChangeSetBuilder put(MemoryItem item) {
        items.add(item);
        return this;
    }

    public ChangeSetBuilder put(Embedding embedding) {
        embeddings.add(embedding);
        return this;
    }

    public ChangeSetBuilder dropBlob(String blobKey) {
        obsoleteBlobs.add(blobKey);
        return this;
    }

    public ChangeSet build() {
        return new ChangeSet(
                deletedResources,
                deletedPassages,
                deletedItems,
                resources,
                passages,
                categories,
                items,
                embeddings,
                obsoleteBlobs);
    }
}
