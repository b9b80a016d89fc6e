package io.memu4j.internal.write;

import io.memu4j.internal.fact.Said;
import io.memu4j.internal.fact.Supersession;
import io.memu4j.internal.write.PendingWrite.PendingItem;
import io.memu4j.model.Category;
import io.memu4j.model.Closing;
import io.memu4j.model.MemoryItem;
import io.memu4j.spi.store.ItemKey;
import io.memu4j.spi.store.ScopeStore;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dates the new items of a write, and closes the statements that others supersede. One use. */
final class FactPlanner {
    private final ScopeStore store;
    private final Evidence evidence;
    private final Instant now;
    private final Map<String, PendingItem> pending = new LinkedHashMap<>();
    /** Stored items about the same things, by id. */
    private final Map<String, MemoryItem> stored = new HashMap<>();
    /** New items that repeat a stored one, by the id of that one. */
    private final Map<String, PendingItem> repeats = new HashMap<>();

    FactPlanner(ScopeStore store, Evidence evidence, Instant now) {
        this.store = store;
        this.evidence = evidence;
        this.now = now;
    }

    /** Returns the items with their times, and the stored items that change with them. Without model calls. */
    List<PendingItem> plan(List<PendingItem> items, Collection<MemoryItem> deleted) {
        evidence.load(items.stream().map(PendingItem::item).toList());
        List<Said> group = new ArrayList<>();
        for (PendingItem item : items) {
            Said said = dated(item.item(), group.size());
            pending.put(said.item().id(), item.with(said.item()));
            group.add(said);
        }
        Set<String> facts = Supersession.facts(group);
        if (facts.isEmpty()) {
            return List.copyOf(pending.values());
        }
        Set<String> gone = deleted.stream().map(MemoryItem::id).collect(Collectors.toSet());
        store.itemsAbout(facts).stream()
                .filter(item -> !gone.contains(item.id()))
                .forEach(item -> stored.put(item.id(), item));
        evidence.load(stored.values());
        for (MemoryItem changed : Supersession.decide(withStored(group), now)) {
            take(changed);
        }
        return List.copyOf(pending.values());
    }

    private Said dated(MemoryItem item, int place) {
        MemoryItem dated = item.toBuilder().saidAt(evidence.saidAt(item)).build();
        Said said = said(dated, place);
        String fact = said.claims().isEmpty() ? null : said.claims().get(0).fact();
        return said.with(dated.toBuilder().fact(fact).build());
    }

    /** What no person said changes nothing. */
    private Said said(MemoryItem item, int place) {
        return evidence.person(item)
                .map(person -> Said.of(item, person, place))
                .orElseGet(() -> new Said(item, null, List.of(), place));
    }

    /** A stored item that is said again counts from the later time, and the new one not at all. */
    private List<Said> withStored(List<Said> fresh) {
        Map<ItemKey, MemoryItem> byKey = new HashMap<>();
        stored.values().forEach(item -> byKey.put(ItemKey.of(item), item));
        Map<String, MemoryItem> states = new HashMap<>(stored);
        List<Said> group = new ArrayList<>();
        for (Said said : fresh) {
            MemoryItem known = byKey.get(ItemKey.of(said.item()));
            if (known == null) {
                group.add(said);
            } else {
                repeats.put(known.id(), Objects.requireNonNull(pending.get(said.item().id())));
                states.put(
                        known.id(),
                        known.toBuilder()
                                .saidAt(later(known.saidAt(), said.item().saidAt()))
                                .build());
            }
        }
        states.values().forEach(item -> group.add(said(item, -1)));
        return group;
    }

    private void take(MemoryItem changed) {
        PendingItem fresh = pending.get(changed.id());
        MemoryItem before = stored.get(changed.id());
        if (fresh != null) {
            pending.put(changed.id(), fresh.with(changed));
        } else if (before != null) {
            PendingItem again = repeats.get(changed.id());
            List<String> categories = namesOf(before);
            MemoryItem after = changed;
            if (again != null) {
                pending.remove(again.item().id());
                categories = joined(categories, again.categories());
                after = reinforced(changed, again.item());
            }
            pending.put(
                    changed.id(),
                    new PendingItem(after.toBuilder().updatedAt(now).build(), categories, before));
            inheritCategories(after.closing(), namesOf(before));
        }
    }

    /** What is true now is found where it was found before. */
    private void inheritCategories(@Nullable Closing closing, List<String> categories) {
        PendingItem winner = closing == null || closing.supersededBy() == null ? null : pending.get(closing.supersededBy());
        if (winner != null) {
            pending.put(
                    winner.item().id(),
                    new PendingItem(winner.item(), joined(winner.categories(), categories), winner.before()));
        }
    }

    private static MemoryItem reinforced(MemoryItem item, MemoryItem again) {
        return item.toBuilder()
                .reinforcements(item.reinforcements() + again.reinforcements())
                .reinforcedAt(again.reinforcedAt())
                .passageIds(joined(item.passageIds(), again.passageIds()))
                .build();
    }

    private List<String> namesOf(MemoryItem item) {
        return categories().entrySet().stream()
                .filter(category -> item.categoryIds().contains(category.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private @Nullable Map<String, String> names;

    private Map<String, String> categories() {
        if (names == null) {
            names = store.categories().stream().collect(Collectors.toMap(Category::id, Category::name));
        }
        return names;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return List.copyOf(Stream.concat(some.stream(), more.stream()).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static @Nullable OffsetDateTime later(@Nullable OffsetDateTime one, @Nullable OffsetDateTime other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isAfter(one) ? other : one;
    }
}
