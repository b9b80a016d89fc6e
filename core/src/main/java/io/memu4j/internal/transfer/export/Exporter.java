package io.memu4j.internal.transfer.export;

import io.memu4j.admin.ScopeSummary;
import io.memu4j.error.NotFoundException;
import io.memu4j.model.Category;
import io.memu4j.model.ItemEvent;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.model.Watermark;
import io.memu4j.spi.blob.BlobStore;
import io.memu4j.spi.store.AllScopes;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.spi.store.StoreSnapshot;
import io.memu4j.spi.transfer.TransferRecord;
import io.memu4j.spi.transfer.TransferSink;
import io.memu4j.transfer.ExportOptions;
import io.memu4j.transfer.ExportReport;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows a sink one state of a database; holds one page of rows or one resource at a time. One use. */
public final class Exporter {
    private static final int PAGE = 500;
    /** Even of the longest words they take less than a line may have. */
    private static final int MOST_EVENTS = 500;

    private static final int PIECE = 48 * 1024;

    private final StoreSnapshot state;
    private final Optional<BlobStore> blobs;
    private final ExportOptions options;
    private final ExportTally sink;

    public Exporter(StoreSnapshot state, Optional<BlobStore> blobs, ExportOptions options, TransferSink sink) {
        this.state = state;
        this.blobs = blobs;
        this.options = options;
        this.sink = new ExportTally(sink);
    }

    public ExportReport run() {
        if (options.userId() != null && options.agentId() != null) {
            scope(new MemoryScope(options.userId(), options.agentId()));
            return sink.report();
        }
        AllScopes.of(state::scopes)
                .map(ScopeSummary::scope)
                .filter(options::includes)
                .forEach(this::scope);
        return sink.report();
    }

    private void scope(MemoryScope scope) {
        ScopeStore memory = state.in(scope);
        Watermark now = memory.watermark();
        if (now.revision() == 0) {
            return;
        }
        sink.accept(0, new TransferRecord.OfScope(scope, options.vectors() ? now.activeSpace() : null));
        categories(memory);
        resources(memory);
        items(memory);
    }

    private void categories(ScopeStore memory) {
        List<Category> categories = memory.categories();
        Map<String, float[]> vectors = vectors(
                memory,
                OwnerKind.CATEGORY,
                categories.stream().map(Category::id).toList());
        for (Category category : categories) {
            sink.accept(0, new TransferRecord.OfCategory(category, vectors.get(category.id())));
        }
    }

    private void resources(ScopeStore memory) {
        PageRequest request = PageRequest.first(PAGE);
        @Nullable String next = null;
        do {
            Page<Resource> page = memory.resources(ResourceFilter.ALL, request.after(next));
            Map<String, float[]> vectors = vectors(
                    memory,
                    OwnerKind.RESOURCE,
                    page.rows().stream().map(Resource::id).toList());
            for (Resource resource : page.rows()) {
                resource(memory, resource, vectors.get(resource.id()));
            }
            next = page.next();
        } while (next != null);
    }

    private void resource(ScopeStore memory, Resource resource, float @Nullable [] vector) {
        List<Passage> passages = memory.passagesOf(resource.id());
        byte[] copy = copy(memory.scope(), resource);
        sink.accept(
                0,
                new TransferRecord.OfResource(
                        resource, vector, passages.size(), copy == null ? null : (long) copy.length));
        for (int from = 0; from < passages.size(); from += PAGE) {
            List<Passage> part = passages.subList(from, Math.min(passages.size(), from + PAGE));
            Map<String, float[]> vectors = vectors(
                    memory, OwnerKind.PASSAGE, part.stream().map(Passage::id).toList());
            for (Passage passage : part) {
                sink.accept(0, new TransferRecord.OfPassage(passage, vectors.get(passage.id())));
            }
        }
        for (int from = 0; copy != null && from < copy.length; from += PIECE) {
            byte[] piece = Arrays.copyOfRange(copy, from, Math.min(copy.length, from + PIECE));
            sink.accept(0, new TransferRecord.OfCopy(resource.id(), piece));
        }
    }

    private void items(ScopeStore memory) {
        PageRequest request = PageRequest.first(PAGE);
        @Nullable String next = null;
        do {
            Page<MemoryItem> page = memory.items(ItemFilter.ALL, request.after(next));
            Map<String, float[]> vectors = vectors(
                    memory,
                    OwnerKind.ITEM,
                    page.rows().stream().map(MemoryItem::id).toList());
            Map<String, List<ItemEvent>> histories = histories(memory, page.rows());
            for (MemoryItem item : page.rows()) {
                sink.accept(
                        0,
                        new TransferRecord.OfItem(
                                item, histories.getOrDefault(item.id(), List.of()), vectors.get(item.id())));
            }
            next = page.next();
        } while (next != null);
    }

    /** The newest events of each item, as many as a line holds. */
    private static Map<String, List<ItemEvent>> histories(ScopeStore memory, List<MemoryItem> items) {
        Map<String, List<ItemEvent>> histories = memory
                .history(items.stream().map(MemoryItem::id).toList())
                .stream()
                .collect(Collectors.groupingBy(ItemEvent::itemId));
        histories.replaceAll((id, events) -> events.subList(Math.max(0, events.size() - MOST_EVENTS), events.size()));
        return histories;
    }

    private Map<String, float[]> vectors(ScopeStore memory, OwnerKind kind, List<String> ids) {
        Map<String, float[]> byId = new HashMap<>();
        if (options.vectors()) {
            for (Embedding embedding : memory.embeddings(kind, ids)) {
                byId.put(embedding.ownerId(), embedding.vector());
            }
        }
        return byId;
    }

    private byte @Nullable [] copy(MemoryScope scope, Resource resource) {
        if (!options.copies() || resource.blobKey() == null) {
            return null;
        }
        try {
            if (blobs.isPresent()) {
                return blobs.get().get(scope, resource.blobKey());
            }
        } catch (NotFoundException e) {
            // A writer that deletes a resource does not wait for readers of an older state.
        }
        sink.copiesMissing++;
        return null;
    }
}
