package io.memu4j.internal.write;

import io.memu4j.internal.category.CategoryLinker;
import io.memu4j.internal.category.TopicCandidate;
import io.memu4j.internal.llm.EmbeddedText;
import io.memu4j.internal.understand.KnownEffect;
import io.memu4j.internal.understand.Statement;
import io.memu4j.internal.value.IdSource;
import io.memu4j.internal.write.PendingWrite.PendingItem;
import io.memu4j.memorize.MemorizeListener.Step;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Passage;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.ItemKey;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns statements into items, and finds the items that lose their proof. Thread-safe. */
public record ItemPlanner(CategoryLinker linker, IdSource ids) {
    private static final int CHUNK = 500;

    /**
     * Items of the statements of a source.
     *
     * @param changes what to write and delete
     * @param ids the ids of the items, in the order of the statements; a statement that is stored already has its stored id
     */
    public record Planned(ItemChanges changes, List<String> ids) {}

    /**
     * Plans an item for each statement that is new, or that new passages prove. Deletes the items that only retracted passages proved.
     * One embedding call.
     *
     * @param retracted ids of passages whose statements no longer count
     * @param read the passages that were read, which need not be stored yet
     */
    public Planned plan(
            ScopeStore store,
            Operation operation,
            List<Statement> found,
            Collection<String> retracted,
            Collection<Passage> read) {
        Map<ItemKey, Statement> statements = new LinkedHashMap<>();
        found.forEach(statement -> statements.putIfAbsent(statement.key(), statement));
        List<MemoryItem> deleted = unproven(store, retracted, statements.keySet());

        Map<ItemKey, MemoryItem> known = new HashMap<>();
        chunks(statements.keySet())
                .forEach(keys -> store.itemsWith(keys).forEach(item -> known.put(ItemKey.of(item), item)));
        Map<ItemKey, List<String>> categories = link(
                statements.entrySet().stream()
                        .filter(entry -> !known.containsKey(entry.getKey()))
                        .toList(),
                operation);

        Map<String, KnownEffect> effects = new HashMap<>();
        List<PendingItem> items = new ArrayList<>();
        List<Embedding> embeddings = new ArrayList<>();
        List<String> itemIds = new ArrayList<>();
        statements.forEach((key, statement) -> {
            MemoryItem stored = known.get(key);
            if (stored != null && stored.passageIds().containsAll(statement.passageIds())) {
                itemIds.add(stored.id());
                return;
            }
            MemoryItem item = item(statement, operation.now());
            itemIds.add(stored == null ? item.id() : stored.id());
            effects.put(item.id(), statement.effect());
            items.add(new PendingItem(item, categories.getOrDefault(key, List.of()), null));
            if (stored == null) {
                operation
                        .embedder()
                        .embedding(OwnerKind.ITEM, item.id(), EmbeddedText.of(item))
                        .ifPresent(embeddings::add);
            }
        });
        FactPlanner.Facts facts =
                new FactPlanner(store, new Evidence(store, read), effects, operation.now()).plan(items, deleted);
        embeddings.removeIf(embedding -> facts.repeated().containsKey(embedding.ownerId()));
        itemIds.replaceAll(id -> facts.repeated().getOrDefault(id, id));
        return new Planned(new ItemChanges(facts.items(), deleted, embeddings), itemIds);
    }

    /** Returns the extracted items that only those passages prove, except the restated ones. */
    public static List<MemoryItem> unproven(ScopeStore store, Collection<String> passageIds, Set<ItemKey> restated) {
        Set<String> retracted = new HashSet<>(passageIds);
        Map<String, MemoryItem> citing = new LinkedHashMap<>();
        chunks(retracted).forEach(ids -> store.itemsCiting(ids).forEach(item -> citing.put(item.id(), item)));
        return citing.values().stream()
                .filter(item -> item.origin() == MemoryItem.Origin.EXTRACTED)
                .filter(item -> retracted.containsAll(item.passageIds()))
                .filter(item -> !restated.contains(ItemKey.of(item)))
                .toList();
    }

    /** Returns the names of the categories of one statement, best first. At most one embedding call. */
    public List<String> categoriesOf(MemoryType type, String text, Operation operation) {
        TopicCandidate candidate =
                new TopicCandidate(type, text, operation.embedder().vector(text), List.of());
        return linker.link(List.of(candidate), operation.calls()).get(0);
    }

    private Map<ItemKey, List<String>> link(List<Map.Entry<ItemKey, Statement>> statements, Operation operation) {
        List<String> texts =
                statements.stream().map(entry -> embedded(entry.getValue())).toList();
        operation.step(Step.EMBED, 0, texts.size());
        operation.embedder().prepare(texts, done -> operation.step(Step.EMBED, done, texts.size()));
        List<TopicCandidate> candidates = statements.stream()
                .map(Map.Entry::getValue)
                .map(statement -> new TopicCandidate(
                        statement.type(),
                        statement.text(),
                        operation.embedder().vector(embedded(statement)),
                        statement.categories()))
                .toList();
        List<List<String>> names = linker.link(candidates, operation.calls());
        Map<ItemKey, List<String>> result = new HashMap<>();
        for (int i = 0; i < statements.size(); i++) {
            result.put(statements.get(i).getKey(), names.get(i));
        }
        return result;
    }

    private static String embedded(Statement statement) {
        return EmbeddedText.of(statement.speaker(), statement.text());
    }

    private MemoryItem item(Statement statement, Instant now) {
        return MemoryItem.builder(ids.next(), statement.type(), statement.text(), now)
                .happenedAt(statement.happenedAt())
                .passageIds(statement.passageIds())
                .speaker(statement.speaker())
                .build();
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
