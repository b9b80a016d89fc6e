package io.memu4j.store.memory;

import io.memu4j.model.Cursor;
import io.memu4j.model.MemoryItem;
import io.memu4j.spi.store.ApplyOutcome.Cause;
import io.memu4j.spi.store.ItemKey;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.Versioned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes items of one change set, with what they cite and link. */
final class ItemWriter {
    private final Draft draft;
    private final ScopeTables tables;
    /** Id of a new item to the id of the one that already said so. */
    final Map<String, String> reinforced = new HashMap<>();

    ItemWriter(Draft draft) {
        this.draft = draft;
        this.tables = draft.tables;
    }

    void delete(Versioned named) {
        MemoryItem before = item(named.id());
        if (before == null || before.version() != named.version()) {
            draft.refuse(Cause.ITEM);
            return;
        }
        draft.dropEmbedding(OwnerKind.ITEM, before.id());
        draft.journal.remove(tables.items, before.id());
        unindex(before);
        List.copyOf(tables.events.values()).stream()
                .filter(event -> event.itemId().equals(before.id()))
                .forEach(event -> draft.journal.put(tables.events, event.id(), event.withoutWords()));
    }

    void put(MemoryItem item) {
        requireCitedAndLinked(item);
        MemoryItem before = item(item.id());
        long version = before == null ? 0 : before.version();
        String sayer = tables.itemByKey.getOrDefault(ItemKey.of(item), item.id());
        if (version != item.version()) {
            draft.refuse(Cause.ITEM);
        } else if (sayer.equals(item.id())) {
            replace(before, Micros.stored(item, version + 1, item.passageIds(), item.categoryIds()));
        } else if (before == null) {
            reinforce(Row.indexed(tables.items, sayer), item);
        } else {
            draft.refuse(Cause.ITEM);
        }
    }

    /** That passage goes; what cites it changes, but not its version. */
    void forgetCitationsOf(String passageId) {
        for (String id : List.copyOf(tables.itemsCiting.getOrDefault(passageId, Set.of()))) {
            MemoryItem before = Row.indexed(tables.items, id);
            List<String> left = before.passageIds().stream()
                    .filter(p -> !p.equals(passageId))
                    .toList();
            replace(before, Micros.stored(before, before.version(), left, before.categoryIds()));
        }
    }

    private void reinforce(MemoryItem known, MemoryItem again) {
        reinforced.put(again.id(), known.id());
        MemoryItem stronger = known.toBuilder()
                .reinforcements(known.reinforcements() + again.reinforcements())
                .reinforcedAt(
                        known.reinforcedAt().isAfter(again.reinforcedAt())
                                ? known.reinforcedAt()
                                : again.reinforcedAt())
                .saidAt(Micros.later(known.saidAt(), again.saidAt()))
                .build();
        replace(
                known,
                Micros.stored(
                        stronger,
                        known.version() + 1,
                        joined(known.passageIds(), again.passageIds()),
                        joined(known.categoryIds(), again.categoryIds())));
    }

    private void replace(@Nullable MemoryItem before, MemoryItem after) {
        if (before != null) {
            unindex(before);
        }
        draft.journal.put(tables.items, after.id(), new Row<>(after, draft.revision));
        draft.journal.put(tables.itemByKey, ItemKey.of(after), after.id());
        draft.journal.put(tables.itemOrder, Cursor.at(after.createdAt(), after.id()), after.id());
        after.passageIds().forEach(p -> draft.journal.add(tables.itemsCiting, p, after.id()));
    }

    private void unindex(MemoryItem item) {
        draft.journal.remove(tables.itemByKey, ItemKey.of(item));
        draft.journal.remove(tables.itemOrder, Cursor.at(item.createdAt(), item.id()));
        item.passageIds().forEach(p -> draft.journal.drop(tables.itemsCiting, p, item.id()));
    }

    private void requireCitedAndLinked(MemoryItem item) {
        if (!tables.passages.keySet().containsAll(item.passageIds())) {
            draft.refuse(Cause.SOURCE);
        }
        if (!tables.categories.keySet().containsAll(item.categoryIds())) {
            draft.refuse(Cause.CATEGORY);
        }
    }

    private @Nullable MemoryItem item(String id) {
        Row<MemoryItem> row = tables.items.get(id);
        return row == null ? null : row.value();
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
