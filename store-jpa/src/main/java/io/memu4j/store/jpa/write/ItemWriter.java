package io.memu4j.store.jpa.write;

import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.store.jpa.entity.CitationRow;
import io.memu4j.store.jpa.entity.ItemRow;
import io.memu4j.store.jpa.entity.LinkRow;
import io.memu4j.store.jpa.read.ItemReads;
import io.memu4j.store.jpa.read.Relations;
import io.memu4j.store.jpa.session.BoundSession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the items of a plan, with what they cite and are linked to. One use, under the scope's lock. */
final class ItemWriter {
    private final BoundSession session;
    private final MemoryScope scope;
    private final long revision;
    private final List<CitationRow> citations = new ArrayList<>();
    private final List<LinkRow> links = new ArrayList<>();

    ItemWriter(BoundSession session, MemoryScope scope, long revision) {
        this.session = session;
        this.scope = scope;
        this.revision = revision;
    }

    void write(ItemPlan plan, Deletions deletions) {
        List<ItemRow> created = new ArrayList<>();
        List<ItemRow> changed = new ArrayList<>();
        for (MemoryItem item : plan.written.values()) {
            ItemRow row = ItemRow.of(scope, item, revision);
            List<MemoryItem> again = plan.again.getOrDefault(item.id(), List.of());
            reinforce(row, again);
            relate(row.id(), List.of(), List.of(), joined(item, again));
            (item.version() == 0 ? created : changed).add(row);
        }
        deletions.relations(changed.stream().map(ItemRow::id).toList());
        reinforceStored(plan, changed);
        update(changed);
        insert(created);
        insert(citations);
        insert(links);
        countAgain(plan);
    }

    private void reinforceStored(ItemPlan plan, List<ItemRow> changed) {
        List<String> ids = plan.again.keySet().stream()
                .filter(id -> !plan.written.containsKey(id))
                .toList();
        Relations before = Relations.of(session, ids);
        for (ItemRow row : ItemReads.rows(session, ids)) {
            List<MemoryItem> again = plan.again.getOrDefault(row.id(), List.of());
            reinforce(row, again);
            relate(row.id(), before.passagesOf(row.id()), before.categoriesOf(row.id()), again);
            changed.add(row);
        }
    }

    /** Each reinforcement is a version of its own; the first is that of the update or insert. */
    private void countAgain(ItemPlan plan) {
        for (Map.Entry<String, List<MemoryItem>> again : plan.again.entrySet()) {
            int counted = plan.written.containsKey(again.getKey()) ? 0 : 1;
            int more = again.getValue().size() - counted;
            if (more > 0) {
                session.change("update ItemRow i set i.version = i.version + :more where own(i) and i.key.id = :id")
                        .set("more", more)
                        .set("id", again.getKey())
                        .execute();
            }
        }
    }

    private void reinforce(ItemRow row, List<MemoryItem> again) {
        again.forEach(item -> row.reinforce(item, revision));
    }

    private void relate(String id, List<String> citedBefore, List<String> linkedBefore, List<MemoryItem> items) {
        Set<String> cited = new HashSet<>(citedBefore);
        Set<String> linked = new HashSet<>(linkedBefore);
        for (MemoryItem item : items) {
            item.passageIds().stream()
                    .filter(cited::add)
                    .forEach(passage -> citations.add(CitationRow.of(scope, id, passage, revision)));
            item.categoryIds().stream()
                    .filter(linked::add)
                    .forEach(category -> links.add(LinkRow.of(scope, id, category, revision)));
        }
    }

    private static List<MemoryItem> joined(MemoryItem item, List<MemoryItem> again) {
        List<MemoryItem> all = new ArrayList<>(again);
        all.add(0, item);
        return all;
    }

    private void update(List<?> rows) {
        if (!rows.isEmpty()) {
            session.updateAll(rows);
        }
    }

    private void insert(List<?> rows) {
        if (!rows.isEmpty()) {
            session.insertAll(rows);
        }
    }
}
