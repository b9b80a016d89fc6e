package io.memu4j.internal.search;

import io.memu4j.admin.PurgeOutcome;
import io.memu4j.admin.ScopeSummary;
import io.memu4j.admin.StoreHealth;
import io.memu4j.doctor.Finding;
import io.memu4j.error.StoreException;
import io.memu4j.model.Category;
import io.memu4j.model.Counts;
import io.memu4j.model.EmbeddingSpace;
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
import io.memu4j.spi.store.ApplyOutcome;
import io.memu4j.spi.store.ChangeReader;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.ItemKey;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.PendingDeletion;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.spi.store.ScopeVectors;
import io.memu4j.spi.store.StoreIdentity;
import io.memu4j.spi.store.StoreSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** As much of a store as reading a scope takes: rows with revisions, written one by one, and a record of what was read. */
public final class FakeStore implements MemoryStore {
    private final Map<MemoryScope, Rows> scopes = new ConcurrentHashMap<>();

    @Override
    public Rows in(MemoryScope scope) {
        return scopes.computeIfAbsent(scope, Rows::new);
    }

    @Override
    public List<ScopeSummary> scopes(MemoryScope after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T snapshot(Function<StoreSnapshot, T> work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PurgeOutcome purge() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Finding> examine(boolean fix) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StoreHealth health() {
        return new StoreHealth("fake", null);
    }

    @Override
    public StoreIdentity identity() {
        return new StoreIdentity("0".repeat(32), "fake", null);
    }

    @Override
    public StoreIdentity renewIdentity(StoreIdentity copied) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String kind() {
        return "fake";
    }

    @Override
    public void close() {}

    private record Row(long revision, Object value) {}

    /** One scope. Every {@code put}, {@code delete} and {@code restart} is a write of its own. */
    public static final class Rows implements ScopeStore {
        private final MemoryScope scope;
        private final Map<String, Row> rows = new LinkedHashMap<>();
        private Watermark watermark = Watermark.EMPTY;
        /** Where each reading of changes began. */
        public final List<Watermark> reads = new ArrayList<>();
        /** After so many rows a reading fails once; negative for never. */
        public int failAfterRows = -1;

        /** Run at the beginning of each reading of changes. */
        public Runnable beforeReading = () -> {};

        private Rows(MemoryScope scope) {
            this.scope = scope;
        }

        public synchronized Rows put(Object... values) {
            long revision = next(false, watermark.activeSpace());
            for (Object value : values) {
                rows.put(key(value), new Row(revision, value));
                if (value instanceof Embedding embedding && watermark.activeSpace() == null) {
                    watermark = new Watermark(
                            watermark.incarnation(), revision, watermark.lastDeleteRevision(), embedding.space());
                }
            }
            return this;
        }

        public synchronized void delete(String id) {
            rows.keySet().removeIf(key -> key.endsWith(id));
            next(true, watermark.activeSpace());
        }

        /** Everything is replaced by nothing, in another incarnation. */
        public synchronized void restart(String incarnation) {
            rows.clear();
            watermark = new Watermark(incarnation, watermark.revision(), 0, null);
        }

        public synchronized void activate(EmbeddingSpace space) {
            next(false, space);
        }

        private long next(boolean deletes, EmbeddingSpace space) {
            long revision = watermark.revision() + 1;
            String incarnation = watermark.incarnation().isEmpty() ? "first" : watermark.incarnation();
            watermark =
                    new Watermark(incarnation, revision, deletes ? revision : watermark.lastDeleteRevision(), space);
            return revision;
        }

        @Override
        public synchronized Watermark changesSince(Watermark since, ChangeReader reader) {
            reads.add(since);
            beforeReading.run();
            boolean anew = !since.incarnation().equals(watermark.incarnation());
            if (anew) {
                reader.startAnew();
            } else if (watermark.lastDeleteRevision() > since.revision()) {
                for (OwnerKind kind : OwnerKind.values()) {
                    reader.remaining(kind, ids(kind));
                }
            }
            int shown = 0;
            for (Class<?> type :
                    List.of(Resource.class, Passage.class, Category.class, MemoryItem.class, Embedding.class)) {
                for (Row row : rows.values()) {
                    if (type.isInstance(row.value) && (anew || row.revision > since.revision())) {
                        if (shown++ == failAfterRows) {
                            failAfterRows = -1;
                            throw StoreException.retriable("The database went away.", null);
                        }
                        show(row.value, reader);
                    }
                }
            }
            return watermark;
        }

        private void show(Object value, ChangeReader reader) {
            if (value instanceof Resource resource) {
                reader.resource(resource);
            } else if (value instanceof Passage passage) {
                reader.passage(passage);
            } else if (value instanceof Category category) {
                reader.category(category);
            } else if (value instanceof MemoryItem item) {
                reader.item(item);
            } else if (value instanceof Embedding embedding && embedding.space().equals(watermark.activeSpace())) {
                reader.embedding(embedding);
            }
        }

        private Set<String> ids(OwnerKind kind) {
            return rows.keySet().stream()
                    .filter(key -> key.startsWith(kind.name() + " "))
                    .map(key -> key.substring(kind.name().length() + 1))
                    .collect(Collectors.toSet());
        }

        private static String key(Object value) {
            if (value instanceof Resource resource) {
                return OwnerKind.RESOURCE + " " + resource.id();
            } else if (value instanceof Passage passage) {
                return OwnerKind.PASSAGE + " " + passage.id();
            } else if (value instanceof Category category) {
                return OwnerKind.CATEGORY + " " + category.id();
            } else if (value instanceof MemoryItem item) {
                return OwnerKind.ITEM + " " + item.id();
            }
            Embedding embedding = (Embedding) value;
            return "vector " + embedding.space().key() + " " + embedding.ownerId();
        }

        private synchronized <T> List<T> all(Class<T> type) {
            return rows.values().stream()
                    .map(Row::value)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }

        @Override
        public MemoryScope scope() {
            return scope;
        }

        @Override
        public synchronized Watermark watermark() {
            return watermark;
        }

        @Override
        public List<Resource> resources(Collection<String> ids) {
            return all(Resource.class).stream()
                    .filter(r -> ids.contains(r.id()))
                    .toList();
        }

        @Override
        public List<Passage> passages(Collection<String> ids) {
            return all(Passage.class).stream().filter(p -> ids.contains(p.id())).toList();
        }

        @Override
        public List<MemoryItem> items(Collection<String> ids) {
            return all(MemoryItem.class).stream()
                    .filter(i -> ids.contains(i.id()))
                    .toList();
        }

        @Override
        public List<MemoryItem> itemsAbout(Collection<String> facts) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ItemEvent> history(Collection<String> itemIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Category> categories() {
            return all(Category.class);
        }

        @Override
        public Optional<Resource> resource(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Resource> resourceByKey(String sourceKey) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Resource> resources(ResourceFilter filter, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Passage> passagesOf(String resourceId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Passage> lastPassageOf(String resourceId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<MemoryItem> item(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<MemoryItem> items(ItemFilter filter, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<MemoryItem> itemsWith(Collection<ItemKey> keys) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<MemoryItem> itemsCiting(Collection<String> passageIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Category> category(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Counts counts() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ApplyOutcome apply(ChangeSet changes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<PendingDeletion> pendingDeletions(int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void deletionsDone(Collection<PendingDeletion> done) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Embedding> embeddings(OwnerKind ownerKind, Collection<String> ownerIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean drop() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Watermark clear() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ScopeVectors vectors() {
            throw new UnsupportedOperationException();
        }
    }
}
