package io.memu4j.internal.write;

import io.memu4j.internal.understand.Statement;
import io.memu4j.model.ItemKey;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns the statements found in a source into items, and finds the items that go with the passages that proved them. */
public final class ItemPlanner {
    private static final int CHUNK = 500;

    private final ScopeStore store;
    private final WriteServices parts;
    private final Operation operation;

    public ItemPlanner(ScopeStore store, WriteServices parts, Operation operation) {
        this.store = store;
        this.parts = parts;
        this.operation = operation;
    }

    /**
     * Adds items for {@code found} to the draft, and takes out those that only passages in {@code retracted} proved.
     *
     * @param retracted passages whose statements no longer count
     * @return the ids the items have in the draft, in the order found; known ones have their stored id
     */
    public List<String> addTo(PendingWrite draft, List<Statement> found, Collection<String> retracted) {
        Map<ItemKey, Statement> statements = new LinkedHashMap<>();
        found.forEach(statement -> statements.putIfAbsent(ItemKey.of(statement.type(), statement.text()), statement));
        retract(draft, retracted, statements.keySet());

        Map<ItemKey, MemoryItem> known = new HashMap<>();
        chunks(statements.keySet()).forEach(keys -> store.itemsWith(keys).forEach(item -> known.put(item.key(), item)));
        List<ItemKey> unknown = statements.keySet().stream()
                .filter(key -> !known.containsKey(key))
                .toList();
        Map<ItemKey, List<String>> categories = link(unknown, statements);

        List<String> ids = new ArrayList<>();
        statements.forEach((key, statement) -> {
            MemoryItem stored = known.get(key);
            if (stored != null && stored.passageIds().containsAll(statement.passageIds())) {
                ids.add(stored.id());
                return;
            }
            MemoryItem item = item(statement);
            ids.add(stored == null ? item.id() : stored.id());
            draft.add(new PendingWrite.DraftItem(item, categories.getOrDefault(key, List.of()), null));
            if (stored == null) {
                draft.embed(operation, OwnerKind.ITEM, item.id(), item.summary());
            }
        });
        return ids;
    }

    /** Takes out what only those passages proved, unless it is stated anew or a person made it. */
    public void retract(PendingWrite draft, Collection<String> passageIds, Set<ItemKey> restated) {
        Set<String> retracted = new HashSet<>(passageIds);
        Map<String, MemoryItem> citing = new LinkedHashMap<>();
        chunks(retracted).forEach(ids -> store.itemsCiting(ids).forEach(item -> citing.put(item.id(), item)));
        citing.values().stream()
                .filter(item -> item.origin() == MemoryItem.Origin.EXTRACTED)
                .filter(item -> retracted.containsAll(item.passageIds()))
                .filter(item -> !restated.contains(item.key()))
                .forEach(draft::delete);
    }

    private Map<ItemKey, List<String>> link(List<ItemKey> keys, Map<ItemKey, Statement> statements) {
        List<List<String>> names = new CategoryLinking(parts, operation)
                .of(keys.stream().map(statements::get).toList());
        Map<ItemKey, List<String>> result = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            result.put(keys.get(i), names.get(i));
        }
        return result;
    }

    private MemoryItem item(Statement statement) {
        return new MemoryItem(
                parts.ids().next(),
                0,
                statement.type(),
                statement.text(),
                statement.happenedAt(),
                MemoryItem.Origin.EXTRACTED,
                1,
                operation.now(),
                Map.of(),
                statement.passageIds(),
                List.of(),
                operation.now(),
                operation.now());
    }

    private static <T> List<List<T>> chunks(Collection<T> values) {
        List<T> all = List.copyOf(values);
        List<List<T>> result = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            result.add(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
        return result;
    }
}
