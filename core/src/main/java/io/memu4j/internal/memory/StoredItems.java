package io.memu4j.internal.memory;

import io.memu4j.config.CategoryDefinition;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.NotFoundException;
import io.memu4j.error.StoreException;
import io.memu4j.error.VersionConflictException;
import io.memu4j.internal.llm.EmbeddedText;
import io.memu4j.internal.redact.Redaction;
import io.memu4j.internal.search.text.TextAnalysis;
import io.memu4j.internal.write.Committer;
import io.memu4j.internal.write.ItemChanges;
import io.memu4j.internal.write.ItemPlanner;
import io.memu4j.internal.write.Operation;
import io.memu4j.internal.write.Operations;
import io.memu4j.internal.write.PendingWrite;
import io.memu4j.internal.write.PendingWrite.PendingItem;
import io.memu4j.memory.FoundItems;
import io.memu4j.memory.FoundItems.FoundItem;
import io.memu4j.memory.ItemUpdate;
import io.memu4j.memory.Items;
import io.memu4j.memory.NewItem;
import io.memu4j.model.Category;
import io.memu4j.model.Closing;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.ItemEvent;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.TimeBound;
import io.memu4j.observe.MemoryOperation.Kind;
import io.memu4j.spi.store.ApplyOutcome;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.ItemKey;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The items of one scope.
 *
 * @param definitions the configured categories, which may be named before they have items
 * @param analysis cuts statements into words; not closed here
 * @param redaction of texts that a caller stores
 */
public record StoredItems(
        ScopeStore store,
        Operations operations,
        ItemPlanner planner,
        Committer committer,
        List<CategoryDefinition> definitions,
        TextAnalysis analysis,
        Redaction redaction)
        implements Items {
    private static final Comparator<Passage> BY_PLACE = Comparator.comparing(Passage::resourceId)
            .thenComparingInt(Passage::index)
            .thenComparingInt(Passage::part);

    @Override
    public Optional<MemoryItem> get(String id) {
        return store.item(id);
    }

    @Override
    public List<Passage> passages(String id) {
        return store.item(id)
                .map(item -> store.passages(item.passageIds()).stream()
                        .sorted(BY_PLACE)
                        .toList())
                .orElse(List.of());
    }

    @Override
    public Page<MemoryItem> list(ItemFilter filter, PageRequest page) {
        return store.items(filter, page);
    }

    @Override
    public List<ItemEvent> history(String id) {
        return store.history(List.of(id));
    }

    @Override
    public MemoryItem reopen(String id) {
        return stand(id, item -> item.closing() == null, (item, now) -> item.toBuilder()
                .closing(null)
                .holds(item.holds().withUntil(null)));
    }

    @Override
    public MemoryItem close(String id, @Nullable String supersededBy) {
        if (supersededBy != null) {
            stored(supersededBy);
        }
        return stand(id, item -> item.closing() != null, (item, now) -> item.toBuilder()
                .closing(new Closing(ItemEvent.CALLER, supersededBy, now))
                .holds(item.holds()
                        .withUntil(new TimeBound(
                                LocalDateTime.ofInstant(now, ZoneOffset.UTC), HappenedAt.Precision.MINUTE))));
    }

    /** Changes whether an item holds, as the caller says; nothing where it is so already. */
    private MemoryItem stand(
            String id, Predicate<MemoryItem> already, BiFunction<MemoryItem, Instant, MemoryItem.Builder> change) {
        return change(Kind.UPDATE_ITEM, operation -> {
            committer.commit(store, operation, () -> {
                MemoryItem before = stored(id);
                if (already.test(before)) {
                    return Optional.empty();
                }
                MemoryItem after = change.apply(before, operation.now())
                        .origin(
                                before.origin() == MemoryItem.Origin.CREATED
                                        ? before.origin()
                                        : MemoryItem.Origin.EDITED)
                        .updatedAt(operation.now())
                        .build();
                PendingItem pending = new PendingItem(after, namesOf(before), before);
                return Optional.of(PendingWrite.ofItems(changes(pending, false, operation), true));
            });
            return written(id);
        });
    }

    @Override
    public MemoryItem create(NewItem item) {
        return change(Kind.CREATE_ITEM, operation -> create(item.withSummary(redaction.of(item.summary())), operation));
    }

    private MemoryItem create(NewItem item, Operation operation) {
        operation.embedder().requireSameSpace(store);
        MemoryItem created = MemoryItem.builder(planner.ids().next(), item.type(), item.summary(), operation.now())
                .happenedAt(item.happenedAt())
                .expiresAt(item.expiresAt())
                .origin(MemoryItem.Origin.CREATED)
                .attributes(item.attributes())
                .build();
        List<String> categories = item.categories().isEmpty()
                ? planner.categoriesOf(item.type(), item.summary(), operation)
                : existing(item.categories());
        ApplyOutcome.Applied applied = commit(operation, () -> {
            boolean known = !store.itemsWith(List.of(ItemKey.of(created))).isEmpty();
            PendingItem pending = new PendingItem(created, known ? item.categories() : categories, null);
            return PendingWrite.ofItems(changes(pending, !known, operation), true);
        });
        return written(applied.reinforced().getOrDefault(created.id(), created.id()));
    }

    @Override
    public MemoryItem update(String id, ItemUpdate update) {
        if (update.categories() != null) {
            existing(update.categories());
        }
        return change(Kind.UPDATE_ITEM, operation -> {
            ItemUpdate clean = update.summary() == null ? update : update.withSummary(redaction.of(update.summary()));
            commit(operation, () -> planned(stored(id), clean, operation));
            return written(id);
        });
    }

    private MemoryItem change(Kind kind, Function<Operation, MemoryItem> work) {
        return operations.run(kind, store.scope(), work, item -> 1);
    }

    @Override
    public boolean delete(String id, boolean propagate) {
        return delete(() -> store.item(id)
                        .map(item -> PendingWrite.ofItems(ItemChanges.deletion(List.of(item)), propagate)))
                > 0;
    }

    /** Deletes what is planned, and returns how many items that were. */
    private int delete(Supplier<Optional<PendingWrite>> plan) {
        return operations.run(
                Kind.DELETE_ITEMS,
                store.scope(),
                operation -> committer
                        .commit(store, operation, plan)
                        .map(committed -> committed.plan().deletedItems().size())
                        .orElse(0),
                Integer::longValue);
    }

    @Override
    public FoundItems find(String about) {
        Subject subject = new Subject(analysis, about);
        List<MemoryItem> items =
                StoredRows.items(store).stream().filter(subject::isOf).toList();
        Map<String, Passage> passages = new HashMap<>();
        store.passages(items.stream()
                        .flatMap(item -> item.passageIds().stream())
                        .distinct()
                        .toList())
                .forEach(passage -> passages.put(passage.id(), passage));
        return new FoundItems(
                about,
                items.stream()
                        .map(item -> new FoundItem(
                                item,
                                item.passageIds().stream()
                                        .flatMap(id -> Stream.ofNullable(passages.get(id)))
                                        .sorted(BY_PLACE)
                                        .toList()))
                        .toList());
    }

    @Override
    public int delete(FoundItems found) {
        Map<String, MemoryItem> shown = new LinkedHashMap<>();
        found.items().forEach(one -> shown.put(one.item().id(), one.item()));
        return delete(() -> {
            List<MemoryItem> items = store.items(shown.keySet());
            items.forEach(item -> requireSameWords(item, Objects.requireNonNull(shown.get(item.id()))));
            return items.isEmpty()
                    ? Optional.empty()
                    : Optional.of(PendingWrite.ofItems(ItemChanges.deletion(items), true));
        });
    }

    private static void requireSameWords(MemoryItem stored, MemoryItem shown) {
        if (!stored.attributed().equals(shown.attributed())) {
            throw new VersionConflictException("The item " + stored.id()
                    + " says something else than when it was found. Nothing was deleted; find again and decide anew.");
        }
    }

    private PendingWrite planned(MemoryItem before, ItemUpdate update, Operation operation) {
        if (update.expectedVersion() != null && update.expectedVersion() != before.version()) {
            throw new VersionConflictException("The item " + before.id() + " has version " + before.version() + ", not "
                    + update.expectedVersion() + " as expected. Read it again and decide anew.");
        }
        MemoryItem after = before.edited(
                update.type(), update.summary(), update.happenedAt(), update.attributes(), operation.now());
        if (update.expiresAt() != null) {
            after = after.toBuilder().expiresAt(update.expiresAt()).build();
        }
        rejectTwin(after);
        boolean reworded = !after.summary().equals(before.summary());
        if (reworded) {
            operation.embedder().requireSameSpace(store);
        }
        PendingItem pending =
                new PendingItem(after, update.categories() == null ? namesOf(before) : update.categories(), before);
        return PendingWrite.ofItems(changes(pending, reworded, operation), update.propagate());
    }

    private static ItemChanges changes(PendingItem pending, boolean embed, Operation operation) {
        MemoryItem item = pending.item();
        List<Embedding> embeddings = embed
                ? operation.embedder().embedding(OwnerKind.ITEM, item.id(), EmbeddedText.of(item)).stream()
                        .toList()
                : List.of();
        return new ItemChanges(List.of(pending), List.of(), embeddings);
    }

    private void rejectTwin(MemoryItem item) {
        ItemKey key = ItemKey.of(item);
        store.itemsWith(List.of(key)).stream()
                .filter(other -> !other.id().equals(item.id()))
                .findFirst()
                .ifPresent(other -> {
                    throw new InvalidInputException("The item " + item.id() + " would say the same as the item "
                            + other.id() + ". Delete one of them instead.");
                });
    }

    private List<String> namesOf(MemoryItem item) {
        return store.categories().stream()
                .filter(category -> item.categoryIds().contains(category.id()))
                .map(Category::name)
                .toList();
    }

    private List<String> existing(List<String> names) {
        Set<String> known = new HashSet<>();
        definitions.forEach(definition -> known.add(Category.nameKey(definition.name())));
        store.categories().forEach(category -> known.add(category.nameKey()));
        List<String> unknown = names.stream()
                .filter(name -> !known.contains(Category.nameKey(name)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidInputException("There is no category called " + String.join(", ", unknown)
                    + ". Use one of those configured with MemorizeConfig.withCategories: "
                    + String.join(", ", known.stream().sorted().toList())
                    + ".");
        }
        return names;
    }

    private ApplyOutcome.Applied commit(Operation operation, Supplier<PendingWrite> plan) {
        return committer
                .commit(store, operation, () -> Optional.of(plan.get()))
                .orElseThrow()
                .applied();
    }

    private MemoryItem written(String id) {
        try {
            return stored(id);
        } catch (StoreException e) {
            throw StoreException.afterWrite("The item", e);
        }
    }

    private MemoryItem stored(String id) {
        return store.item(id)
                .orElseThrow(() -> new NotFoundException("There is no item " + id + " in " + store.scope() + "."));
    }
}
