package io.memu4j.store.jpa.read;

import io.memu4j.model.MemoryItem;
import io.memu4j.store.jpa.entity.ItemRow;
import io.memu4j.store.jpa.session.BoundSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What some items cite and are linked to.
 *
 * @param passages ids by item
 * @param categories ids by item
 */
public record Relations(Map<String, List<String>> passages, Map<String, List<String>> categories) {
    /**
     * The revision is selected for SQLite's sake: where the primary key has all that is asked for, it reads the keys of the whole scope
     * rather than look each item up in the index by item.
     */
    private static final String CITATIONS =
            "select c.key.itemId, c.key.passageId, c.revision from CitationRow c where own(c)";

    private static final String LINKS = "select l.key.itemId, l.key.categoryId, l.revision from LinkRow l where own(l)";

    /** Of the items with those ids. */
    public static Relations of(BoundSession session, Collection<String> itemIds) {
        Relations relations = new Relations(new HashMap<>(), new HashMap<>());
        Chunks.of(itemIds, chunk -> {
            collect(
                    session.select(CITATIONS + " and c.key.itemId in (:ids)", Object[].class)
                            .setAll("ids", chunk)
                            .list(),
                    relations.passages);
            collect(
                    session.select(LINKS + " and l.key.itemId in (:ids)", Object[].class)
                            .setAll("ids", chunk)
                            .list(),
                    relations.categories);
        });
        return relations;
    }

    /** The items that cite one of those passages. */
    static List<String> itemsCiting(BoundSession session, Collection<String> passageIds) {
        return Chunks.collect(passageIds, chunk -> session.select(
                                CITATIONS + " and c.key.passageId in (:ids)", Object[].class)
                        .setAll("ids", chunk)
                        .list())
                .stream()
                .map(pair -> (String) pair[0])
                .toList();
    }

    /** Of all items written after that revision. */
    static Relations since(BoundSession session, long revision) {
        Relations relations = new Relations(new HashMap<>(), new HashMap<>());
        String changed = " in (select i.key.id from ItemRow i where own(i) and i.revision > :revision)";
        collect(
                session.select(CITATIONS + " and c.key.itemId" + changed, Object[].class)
                        .set("revision", revision)
                        .list(),
                relations.passages);
        collect(
                session.select(LINKS + " and l.key.itemId" + changed, Object[].class)
                        .set("revision", revision)
                        .list(),
                relations.categories);
        return relations;
    }

    MemoryItem complete(ItemRow row) {
        return row.toItem(passagesOf(row.id()), categoriesOf(row.id()));
    }

    public List<String> passagesOf(String itemId) {
        return passages.getOrDefault(itemId, List.of());
    }

    public List<String> categoriesOf(String itemId) {
        return categories.getOrDefault(itemId, List.of());
    }

    private static void collect(List<Object[]> pairs, Map<String, List<String>> into) {
        for (Object[] pair : pairs) {
            into.computeIfAbsent((String) pair[0], id -> new ArrayList<>(4)).add((String) pair[1]);
        }
    }
}
