package io.memu4j.store.jpa.read;

import io.memu4j.model.ItemEvent;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.spi.store.ItemKey;
import io.memu4j.store.jpa.entity.ItemEventRow;
import io.memu4j.store.jpa.entity.ItemRow;
import io.memu4j.store.jpa.session.BoundSession;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Queries for items with what they cite and are linked to. */
public final class ItemReads {
    private static final String KEYS = "select i.key.id, i.type, i.textHash from ItemRow i"
            + " where own(i) and i.type in (:types) and i.textHash in (:hashes)";

    private ItemReads() {}

    public static List<MemoryItem> items(BoundSession session, Collection<String> ids) {
        return complete(session, rows(session, ids));
    }

    public static List<ItemRow> rows(BoundSession session, Collection<String> ids) {
        return Chunks.collect(
                ids, chunk -> session.select("from ItemRow i where own(i) and i.key.id in (:ids)", ItemRow.class)
                        .setAll("ids", chunk)
                        .list());
    }

    public static Page<MemoryItem> page(BoundSession session, ItemFilter filter, PageRequest request) {
        KeysetQuery<ItemRow> listing = new KeysetQuery<>(session, ItemRow.class, filter.attributes());
        if (!filter.types().isEmpty()) {
            listing.where(
                    "r.type in (:types)",
                    "types",
                    filter.types().stream().map(MemoryType::name).toList());
        }
        if (filter.categoryId() != null) {
            listing.whereId(
                    "r.key.id in (select l.key.itemId from LinkRow l where own(l) and l.key.categoryId = :category)",
                    "category",
                    filter.categoryId());
        }
        if (filter.resourceId() != null) {
            listing.whereId(
                    "r.key.id in (select c.key.itemId from CitationRow c where own(c) and c.key.passageId in"
                            + " (select p.key.id from PassageRow p where own(p) and p.resourceId = :resource))",
                    "resource",
                    filter.resourceId());
        }
        Page<ItemRow> page = listing.page(request);
        return new Page<>(complete(session, page.rows()), page.next());
    }

    public static List<MemoryItem> itemsWith(BoundSession session, Collection<ItemKey> keys) {
        return items(session, keysLike(session, keys).keySet());
    }

    /** The items that make those statements: their keys by id. */
    public static Map<String, ItemKey> keysLike(BoundSession session, Collection<ItemKey> keys) {
        Set<ItemKey> wanted = new HashSet<>(keys);
        List<String> types =
                wanted.stream().map(key -> key.type().name()).distinct().toList();
        Map<String, ItemKey> found = new HashMap<>();
        Chunks.of(wanted.stream().map(ItemKey::textHash).toList(), hashes -> session.select(KEYS, Object[].class)
                .setAll("types", types)
                .setAll("hashes", hashes)
                .list()
                .forEach(row ->
                        found.put((String) row[0], new ItemKey(new MemoryType((String) row[1]), (String) row[2]))));
        // The query asks for types and hashes apart.
        found.values().retainAll(wanted);
        return found;
    }

    public static List<MemoryItem> itemsCiting(BoundSession session, Collection<String> passageIds) {
        return items(session, Relations.itemsCiting(session, passageIds));
    }

    public static List<MemoryItem> itemsAbout(BoundSession session, Collection<String> facts) {
        return complete(session, Chunks.collect(facts, chunk -> session.select(
                        "from ItemRow i where own(i) and i.fact in (:facts)", ItemRow.class)
                .setAll("facts", chunk)
                .list()));
    }

    /** What happened to those items, by time and id. */
    public static List<ItemEvent> history(BoundSession session, Collection<String> itemIds) {
        return Chunks.collect(itemIds, chunk -> session.select(
                                "from ItemEventRow e where own(e) and e.itemId in (:ids)", ItemEventRow.class)
                        .setAll("ids", chunk)
                        .list())
                .stream()
                .map(ItemEventRow::toEvent)
                .sorted(Comparator.comparing(ItemEvent::at).thenComparing(ItemEvent::id))
                .toList();
    }

    private static List<MemoryItem> complete(BoundSession session, List<ItemRow> rows) {
        List<String> ids = rows.stream().map(ItemRow::id).toList();
        Relations relations = Relations.of(session, ids);
        return rows.stream().map(relations::complete).toList();
    }
}
