package io.memu4j.store.memory;

import io.memu4j.model.Category;
import io.memu4j.model.Counts;
import io.memu4j.model.Cursor;
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
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.PendingDeletion;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.spi.store.ScopeVectors;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.stream.Stream;

/** One scope: readers share its lock, a writer has it alone. */
final class InMemoryScopeStore implements ScopeStore {
    private final TablesByScope store;
    private final MemoryScope scope;

    InMemoryScopeStore(TablesByScope store, MemoryScope scope) {
        this.store = store;
        this.scope = scope;
    }

    @Override
    public MemoryScope scope() {
        return scope;
    }

    @Override
    public Watermark watermark() {
        return read(t -> t.watermark);
    }

    @Override
    public Optional<Resource> resource(String id) {
        return read(t -> rows(t.resources, Set.of(id)).findFirst());
    }

    @Override
    public Optional<Resource> resourceByKey(String sourceKey) {
        return read(t -> Optional.ofNullable(t.resourceByKey.get(sourceKey)).map(id -> Row.indexed(t.resources, id)));
    }

    @Override
    public List<Resource> resources(Collection<String> ids) {
        return read(t -> rows(t.resources, ids).toList());
    }

    @Override
    public Page<Resource> resources(ResourceFilter filter, PageRequest page) {
        return read(t -> Paging.page(
                t.resourceOrder,
                id -> Row.indexed(t.resources, id),
                r -> Cursor.at(r.createdAt(), r.id()),
                r -> Matching.matches(filter, r),
                page));
    }

    @Override
    public List<Passage> passagesOf(String resourceId) {
        return read(t -> rows(t.passages, t.passagesOf(resourceId).values()).toList());
    }

    @Override
    public Optional<Passage> lastPassageOf(String resourceId) {
        return read(t -> Optional.ofNullable(t.passagesOf(resourceId).lastEntry())
                .map(e -> Row.indexed(t.passages, e.getValue())));
    }

    @Override
    public List<Passage> passages(Collection<String> ids) {
        return read(t -> rows(t.passages, ids).toList());
    }

    @Override
    public Optional<MemoryItem> item(String id) {
        return read(t -> rows(t.items, Set.of(id)).findFirst());
    }

    @Override
    public List<MemoryItem> items(Collection<String> ids) {
        return read(t -> rows(t.items, ids).toList());
    }

    @Override
    public Page<MemoryItem> items(ItemFilter filter, PageRequest page) {
        return read(t -> Paging.page(
                t.itemOrder,
                id -> Row.indexed(t.items, id),
                i -> Cursor.at(i.createdAt(), i.id()),
                i -> Matching.matches(filter, i, t),
                page));
    }

    @Override
    public List<MemoryItem> itemsWith(Collection<ItemKey> keys) {
        return read(t -> rows(
                        t.items,
                        keys.stream()
                                .map(t.itemByKey::get)
                                .filter(Objects::nonNull)
                                .toList())
                .toList());
    }

    @Override
    public List<MemoryItem> itemsCiting(Collection<String> passageIds) {
        return read(t -> rows(
                        t.items,
                        passageIds.stream()
                                .flatMap(p -> t.itemsCiting.getOrDefault(p, Set.of()).stream())
                                .toList())
                .toList());
    }

    @Override
    public List<MemoryItem> itemsAbout(Collection<String> facts) {
        return read(t -> t.items.values().stream()
                .map(Row::value)
                .filter(item -> item.fact() != null && facts.contains(item.fact()))
                .toList());
    }

    @Override
    public List<ItemEvent> history(Collection<String> itemIds) {
        Set<String> wanted = Set.copyOf(itemIds);
        return read(t -> t.events.values().stream()
                .filter(event -> wanted.contains(event.itemId()))
                .sorted(Comparator.comparing(ItemEvent::at).thenComparing(ItemEvent::id))
                .toList());
    }

    @Override
    public List<Category> categories() {
        return read(t -> rows(t.categories, t.categoryByName.values()).toList());
    }

    @Override
    public Optional<Category> category(String id) {
        return read(t -> rows(t.categories, Set.of(id)).findFirst());
    }

    @Override
    public Counts counts() {
        return read(ScopeTables::counts);
    }

    @Override
    public List<Embedding> embeddings(OwnerKind ownerKind, Collection<String> ownerIds) {
        return read(t -> ownerIds.stream()
                .distinct()
                .map(id -> t.embeddings.get(new Owner(ownerKind, id)))
                .filter(Objects::nonNull)
                .map(Row::value)
                .toList());
    }

    @Override
    public Watermark changesSince(Watermark since, ChangeReader reader) {
        return read(t -> new ChangesSince(t).show(since, reader));
    }

    @Override
    public ApplyOutcome apply(ChangeSet changes) {
        if (changes.isEmpty()) {
            return new ApplyOutcome.Applied(watermark(), Map.of());
        }
        return write(t -> new ScopeWriter(t).apply(changes));
    }

    @Override
    public List<PendingDeletion> pendingDeletions(int limit) {
        return read(t -> t.pending.values().stream().limit(limit).toList());
    }

    @Override
    public void deletionsDone(Collection<PendingDeletion> done) {
        write(t -> t.pending.values().removeAll(Set.copyOf(done)));
    }

    @Override
    public Watermark clear() {
        return write(t -> new ScopeWriter(t).clear());
    }

    @Override
    public ScopeVectors vectors() {
        return new InMemoryVectors(this);
    }

    @Override
    public boolean drop() {
        return write(t -> {
            boolean unused = t.counts().isEmpty() && t.pending.isEmpty();
            boolean existed = t.watermark.revision() > 0;
            if (unused) {
                store.remove(scope, t);
            }
            return unused && existed;
        });
    }

    private static <T> Stream<T> rows(Map<String, Row<T>> table, Collection<String> ids) {
        return ids.stream().distinct().map(table::get).filter(Objects::nonNull).map(Row::value);
    }

    <R> R read(Function<ScopeTables, R> what) {
        ScopeTables tables = store.toRead(scope);
        Lock lock = tables.lock.readLock();
        lock.lock();
        try {
            return what.apply(tables);
        } finally {
            lock.unlock();
        }
    }

    <R> R write(Function<ScopeTables, R> what) {
        while (true) {
            ScopeTables tables = store.toWrite(scope);
            tables.lock.writeLock().lock();
            try {
                if (!tables.dropped) {
                    return what.apply(tables);
                }
            } finally {
                tables.lock.writeLock().unlock();
            }
        }
    }
}
