package io.memu4j.store.memory;

import io.memu4j.admin.ScopeSummary;
import io.memu4j.model.Category;
import io.memu4j.model.Counts;
import io.memu4j.model.Cursor;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.ItemEvent;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.ItemKey;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.PendingDeletion;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The rows of one scope and the indexes over them, guarded by {@link #lock}. */
final class ScopeTables {
    private static final Comparator<Cursor> BY_TIME_AND_ID =
            Comparator.comparingLong(Cursor::createdAtMicros).thenComparing(Cursor::id);

    final ReadWriteLock lock = new ReentrantReadWriteLock();
    final Clock clock;

    final Map<String, Row<Resource>> resources = new HashMap<>();
    final Map<String, Row<Passage>> passages = new HashMap<>();
    final Map<String, Row<Category>> categories = new HashMap<>();
    final Map<String, Row<MemoryItem>> items = new HashMap<>();
    /** Vectors of the active space. */
    final Map<Owner, Row<Embedding>> embeddings = new HashMap<>();
    /** Vectors of other spaces. */
    final Map<EmbeddingSpace, Map<Owner, Row<Embedding>>> prepared = new HashMap<>();

    final Map<String, ItemEvent> events = new HashMap<>();
    final Map<String, PendingDeletion> pending = new LinkedHashMap<>();

    final Map<String, String> resourceByKey = new HashMap<>();
    final NavigableMap<Place, String> passageAt = new TreeMap<>();
    final NavigableMap<String, String> categoryByName = new TreeMap<>();
    final Map<ItemKey, String> itemByKey = new HashMap<>();
    final Map<String, Set<String>> itemsCiting = new HashMap<>();
    final NavigableMap<Cursor, String> resourceOrder = new TreeMap<>(BY_TIME_AND_ID);
    final NavigableMap<Cursor, String> itemOrder = new TreeMap<>(BY_TIME_AND_ID);

    Watermark watermark = Watermark.EMPTY;
    Instant createdAt = Instant.EPOCH;

    /** Whether the scope was forgotten after somebody got hold of these tables to write. */
    boolean dropped;

    ScopeTables(Clock clock) {
        this.clock = clock;
    }

    /** The same rows in maps of their own. */
    ScopeTables copy() {
        ScopeTables copy = new ScopeTables(clock);
        lock.readLock().lock();
        try {
            copy.resources.putAll(resources);
            copy.passages.putAll(passages);
            copy.categories.putAll(categories);
            copy.items.putAll(items);
            copy.embeddings.putAll(embeddings);
            prepared.forEach((space, rows) -> copy.prepared.put(space, new HashMap<>(rows)));
            copy.events.putAll(events);
            copy.pending.putAll(pending);
            copy.resourceByKey.putAll(resourceByKey);
            copy.passageAt.putAll(passageAt);
            copy.categoryByName.putAll(categoryByName);
            copy.itemByKey.putAll(itemByKey);
            itemsCiting.forEach((passage, citing) -> copy.itemsCiting.put(passage, new LinkedHashSet<>(citing)));
            copy.resourceOrder.putAll(resourceOrder);
            copy.itemOrder.putAll(itemOrder);
            copy.watermark = watermark;
            copy.createdAt = createdAt;
            return copy;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The passages of a resource by index and part. */
    NavigableMap<Place, String> passagesOf(String resourceId) {
        return passageAt.subMap(Place.first(resourceId), true, Place.last(resourceId), true);
    }

    /** Everything that {@code clear} takes away: all but the pending deletions. */
    List<Map<?, ?>> contents() {
        return List.of(
                resources,
                passages,
                categories,
                items,
                embeddings,
                prepared,
                events,
                resourceByKey,
                passageAt,
                categoryByName,
                itemByKey,
                itemsCiting,
                resourceOrder,
                itemOrder);
    }

    /** The rows of a kind by id. */
    Map<String, ? extends Row<?>> rowsOf(OwnerKind kind) {
        return switch (kind) {
            case RESOURCE -> resources;
            case PASSAGE -> passages;
            case CATEGORY -> categories;
            case ITEM -> items;
        };
    }

    Counts counts() {
        long links = 0;
        long citations = 0;
        for (Row<MemoryItem> item : items.values()) {
            links += item.value().categoryIds().size();
            citations += item.value().passageIds().size();
        }
        return Counts.builder()
                .resources(resources.size())
                .passages(passages.size())
                .items(items.size())
                .categories(categories.size())
                .links(links)
                .citations(citations)
                .embeddings(embeddings.size()
                        + prepared.values().stream().mapToLong(Map::size).sum())
                .events(events.size())
                .build();
    }

    /** Empty where the scope was never written. */
    Optional<ScopeSummary> summary(MemoryScope scope) {
        lock.readLock().lock();
        try {
            return watermark.revision() == 0
                    ? Optional.empty()
                    : Optional.of(new ScopeSummary(scope, watermark, createdAt));
        } finally {
            lock.readLock().unlock();
        }
    }
}
