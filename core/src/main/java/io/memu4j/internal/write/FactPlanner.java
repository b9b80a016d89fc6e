package io.memu4j.internal.write;

import io.memu4j.internal.fact.Said;
import io.memu4j.internal.fact.Supersession;
import io.memu4j.internal.understand.KnownEffect;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates the new items of a write, finds those that only repeat a stored one in other words, and closes the statements that others
 * supersede: by the rules, and as a chat model says. Calls no model. One use.
 */
final class FactPlanner {
    private final ScopeStore store;
    private final Evidence evidence;
    private final Map<String, KnownEffect> effects;
    private final Instant now;
    private final Map<String, PendingItem> pending = new LinkedHashMap<>();
    /** Stored items about the same things, by id. */
    private final Map<String, MemoryItem> stored = new HashMap<>();
    /** New items that repeat a stored one word by word, by the id of that one. */
    private final Map<String, PendingItem> repeats = new HashMap<>();
    /** Stored ids by the ids of new items that are not written, because the stored one says the same. */
    private final Map<String, String> repeated = new HashMap<>();

    private @Nullable Map<String, String> categories;

    /**
     * What becomes of the items.
     *
     * @param items new ones, and stored ones that change with them
     * @param repeated stored ids by the ids of new items that are not written
     */
    record Facts(List<PendingItem> items, Map<String, String> repeated) {}

    /** @param effects what new items mean for stored ones as a model says, by the id of the new one */
    FactPlanner(ScopeStore store, Evidence evidence, Map<String, KnownEffect> effects, Instant now) {
        this.store = store;
        this.evidence = evidence;
        this.effects = effects;
        this.now = now;
    }

    /** Plans for new items; those that are {@code deleted} by the same write are past. */
    Facts plan(List<PendingItem> items, Collection<MemoryItem> deleted) {
        evidence.load(items.stream().map(PendingItem::item).toList());
        List<Said> fresh = new ArrayList<>();
        for (PendingItem item : items) {
            Said said = dated(item.item(), fresh.size());
            pending.put(said.item().id(), item.with(said.item()));
            fresh.add(said);
        }
        loadStored(Supersession.facts(fresh), deleted);
        if (!stored.isEmpty() || fresh.size() > 1) {
            List<Said> group = withStored(fresh);
            Supersession.decide(group, now).forEach(this::take);
        }
        effects.forEach(this::takeEffect);
        return new Facts(List.copyOf(pending.values()), Map.copyOf(repeated));
    }

    private void loadStored(Set<String> facts, Collection<MemoryItem> deleted) {
        Set<String> gone = deleted.stream().map(MemoryItem::id).collect(Collectors.toSet());
        Set<String> named = new HashSet<>();
        effects.values().forEach(effect -> {
            named.addAll(effect.replaces());
            named.addAll(effect.ends());
            Optional.ofNullable(effect.sameAs()).ifPresent(named::add);
        });
        Stream<MemoryItem> about = facts.isEmpty() ? Stream.of() : store.itemsAbout(facts).stream();
        Stream<MemoryItem> meant = named.isEmpty() ? Stream.of() : store.items(named).stream();
        Stream.concat(about, meant)
                .filter(item -> !gone.contains(item.id()))
                .forEach(item -> stored.put(item.id(), item));
        evidence.load(stored.values());
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
        List<Said> known = stored.values().stream().map(item -> said(item, -1)).toList();
        Map<String, MemoryItem> states = new HashMap<>(stored);
        List<Said> group = new ArrayList<>();
        for (Said said : fresh) {
            MemoryItem same = byKey.get(ItemKey.of(said.item()));
            MemoryItem like = same == null ? paraphrased(said, known) : null;
            if (same != null) {
                repeats.put(
                        same.id(),
                        Objects.requireNonNull(pending.get(said.item().id())));
                states.put(
                        same.id(),
                        same.toBuilder()
                                .saidAt(later(same.saidAt(), said.item().saidAt()))
                                .build());
            } else if (like != null) {
                repeat(Objects.requireNonNull(pending.get(said.item().id())), like);
            } else {
                group.add(said);
            }
        }
        states.values().forEach(item -> group.add(said(item, -1)));
        return group;
    }

    private static @Nullable MemoryItem paraphrased(Said said, List<Said> known) {
        return known.stream()
                .filter(said::paraphrases)
                .map(Said::item)
                .findFirst()
                .orElse(null);
    }

    /** Reinforces a stored item instead of writing a new one. */
    private void repeat(PendingItem again, MemoryItem known) {
        PendingItem before = pending.get(known.id());
        MemoryItem state = before == null ? known : before.item();
        pending.remove(again.item().id());
        repeated.put(again.item().id(), known.id());
        pending.put(
                known.id(),
                new PendingItem(reinforced(state, again.item()), joined(namesOf(known), again.categories()), known));
    }

    private void take(MemoryItem changed) {
        PendingItem fresh = pending.get(changed.id());
        MemoryItem before = stored.get(changed.id());
        if (fresh != null && fresh.before() == null) {
            pending.put(changed.id(), fresh.with(changed));
        } else if (before != null) {
            PendingItem again = repeats.get(changed.id());
            if (fresh != null) {
                close(fresh.item(), changed.closing(), before);
            } else if (again == null) {
                put(changed, namesOf(before), before);
            } else {
                pending.remove(again.item().id());
                repeated.put(again.item().id(), before.id());
                put(reinforced(changed, again.item()), joined(namesOf(before), again.categories()), before);
            }
        }
        Optional.ofNullable(before).ifPresent(item -> inheritCategories(changed.closing(), namesOf(item)));
    }

    private void put(MemoryItem item, List<String> names, MemoryItem before) {
        pending.put(item.id(), new PendingItem(item.toBuilder().updatedAt(now).build(), names, before));
    }

    private void takeEffect(String id, KnownEffect effect) {
        PendingItem fresh = pending.get(id);
        if (fresh == null) {
            return;
        }
        MemoryItem same = effect.sameAs() == null ? null : stored.get(effect.sameAs());
        if (same != null && same.closing() == null && Said.mayBeSame(fresh.item(), same)) {
            repeat(fresh, same);
            return;
        }
        effect.replaces().forEach(known -> closeAsTold(fresh.item(), known, "model: replaced"));
        effect.ends().forEach(known -> closeAsTold(fresh.item(), known, "model: ended"));
    }

    /** What was said later wins, also when the older talk is memorized later. */
    private void closeAsTold(MemoryItem fresh, String knownId, String reason) {
        MemoryItem known = stored.get(knownId);
        if (known == null || known.closing() != null) {
            return;
        }
        if (fresh.saidOrCreatedAt().isBefore(known.saidOrCreatedAt())) {
            PendingItem pendingItem = Objects.requireNonNull(pending.get(fresh.id()));
            pending.put(fresh.id(), pendingItem.with(Said.closed(fresh, known, reason, now)));
        } else if (known.origin() == MemoryItem.Origin.EXTRACTED) {
            PendingItem already = pending.get(knownId);
            MemoryItem state = already == null ? known : already.item();
            close(state, Said.closed(state, fresh, reason, now).closing(), known);
            inheritCategories(new Closing(reason, fresh.id(), now), namesOf(known));
        }
    }

    private void close(MemoryItem state, @Nullable Closing closing, MemoryItem before) {
        PendingItem winner =
                closing == null || closing.supersededBy() == null ? null : pending.get(closing.supersededBy());
        MemoryItem after = winner == null || closing == null
                ? state.toBuilder().closing(closing).build()
                : Said.closed(state, winner.item(), closing.reason(), now);
        PendingItem already = pending.get(before.id());
        put(after, already == null ? namesOf(before) : already.categories(), before);
    }

    /** What is true now is found where it was found before. */
    private void inheritCategories(@Nullable Closing closing, List<String> names) {
        PendingItem winner =
                closing == null || closing.supersededBy() == null ? null : pending.get(closing.supersededBy());
        if (winner != null) {
            pending.put(
                    winner.item().id(),
                    new PendingItem(winner.item(), joined(winner.categories(), names), winner.before()));
        }
    }

    private MemoryItem reinforced(MemoryItem item, MemoryItem again) {
        return item.toBuilder()
                .reinforcements(item.reinforcements() + again.reinforcements())
                .reinforcedAt(now)
                .saidAt(later(item.saidAt(), again.saidAt()))
                .passageIds(joined(item.passageIds(), again.passageIds()))
                .updatedAt(now)
                .build();
    }

    private List<String> namesOf(MemoryItem item) {
        if (categories == null) {
            categories = store.categories().stream().collect(Collectors.toMap(Category::id, Category::name));
        }
        return item.categoryIds().stream()
                .map(categories::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<String> joined(List<String> some, List<String> more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static @Nullable OffsetDateTime later(@Nullable OffsetDateTime one, @Nullable OffsetDateTime other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isAfter(one) ? other : one;
    }
}
