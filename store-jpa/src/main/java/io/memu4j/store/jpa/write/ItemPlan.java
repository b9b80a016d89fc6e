package io.memu4j.store.jpa.write;

import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.spi.store.ApplyOutcome.Cause;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.ItemKey;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.Versioned;
import io.memu4j.store.jpa.read.ItemReads;
import io.memu4j.store.jpa.session.BoundSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which items of a change set are written, and which only say again what another one says. One use, under the scope's lock; what does not
 * fit is reported as {@link Cause#ITEM}.
 */
final class ItemPlan {
    private static final String BY_ID =
            "select i.key.id, i.version, i.type, i.textHash from ItemRow i where own(i) and i.key.id in (:keys)";

    private final StoredRows stored;
    private final BoundSession session;
    private final StaleChangeSetException.Causes causes;
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, ItemKey> keys = new HashMap<>();
    private final Map<ItemKey, String> holders = new HashMap<>();

    /** Those to insert or update, in order. */
    final Map<String, MemoryItem> written = new LinkedHashMap<>();

    /** New items that were said already, by the id of the one that said so: stored, or {@link #written}. */
    final Map<String, List<MemoryItem>> again = new LinkedHashMap<>();

    /** The same from the new items' side. */
    final Map<String, String> reinforced = new HashMap<>();

    ItemPlan(BoundSession session, StaleChangeSetException.Causes causes) {
        this.session = session;
        this.stored = new StoredRows(session);
        this.causes = causes;
    }

    void make(ChangeSet changes) {
        readRows(changes);
        readHolders(changes);
        for (Versioned named : changes.deletedItems()) {
            stale(versions.getOrDefault(named.id(), 0L) != named.version() || named.version() == 0);
            versions.remove(named.id());
            free(keys.remove(named.id()), named.id());
        }
        changes.items().forEach(this::place);
        for (Embedding embedding : changes.embeddings()) {
            boolean ours = embedding.ownerKind() == OwnerKind.ITEM && !reinforced.containsKey(embedding.ownerId());
            stale(ours && !versions.containsKey(embedding.ownerId()));
        }
    }

    private void place(MemoryItem item) {
        ItemKey key = ItemKey.of(item);
        boolean isNew = !versions.containsKey(item.id());
        String holder = holders.getOrDefault(key, item.id());
        if (versions.getOrDefault(item.id(), 0L) != item.version()) {
            stale(true);
        } else if (holder.equals(item.id())) {
            free(keys.put(item.id(), key), item.id());
            holders.put(key, item.id());
            versions.put(item.id(), item.version() + 1);
            written.put(item.id(), item);
        } else if (isNew) {
            again.computeIfAbsent(holder, id -> new ArrayList<>()).add(item);
            reinforced.put(item.id(), holder);
        } else {
            stale(true);
        }
    }

    private void free(ItemKey key, String id) {
        holders.remove(key, id);
    }

    private void readRows(ChangeSet changes) {
        Set<String> ids = new HashSet<>();
        changes.deletedItems().forEach(row -> ids.add(row.id()));
        changes.items().forEach(item -> ids.add(item.id()));
        changes.embeddings().stream()
                .filter(embedding -> embedding.ownerKind() == OwnerKind.ITEM)
                .forEach(embedding -> ids.add(embedding.ownerId()));
        for (Object[] row : stored.rows(BY_ID, ids)) {
            versions.put((String) row[0], (Long) row[1]);
            hold((String) row[0], new ItemKey(new MemoryType((String) row[2]), (String) row[3]));
        }
    }

    private void readHolders(ChangeSet changes) {
        ItemReads.keysLike(session, changes.items().stream().map(ItemKey::of).toList())
                .forEach((id, key) -> hold(id, key));
    }

    private void hold(String id, ItemKey key) {
        keys.put(id, key);
        holders.put(key, id);
    }

    private void stale(boolean stale) {
        causes.addIf(stale, Cause.ITEM);
    }
}
