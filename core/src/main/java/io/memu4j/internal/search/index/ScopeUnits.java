package io.memu4j.internal.search.index;

import io.memu4j.internal.search.rank.RecentRanking;
import io.memu4j.internal.search.text.AnalyzedText;
import io.memu4j.model.MemoryType;
import io.memu4j.model.OwnerKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything the index knows of one scope: its units by kind, and the order of its passages. */
public final class ScopeUnits {
    private final Units<UnitMetadata.OfPassage> passages = new Units<>();
    private final Units<UnitMetadata.OfItem> items = new Units<>();
    private final Units<UnitMetadata.OfCategory> categories = new Units<>();
    private final Units<UnitMetadata.OfResource> resources = new Units<>();
    private final PassageOrder order = new PassageOrder();
    private final Speakers speakers = new Speakers();
    private final RecentRanking recent = new RecentRanking();
    private final RecentTimes recentTimes = new RecentTimes();
    private final Set<String> unordered = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<MemoryType, MemoryType> types = new HashMap<>();

    /** Puts a passage, after its resource: it shares the id, and the name of its speaker with others. */
    public void putPassage(String id, UnitMetadata.OfPassage facts, AnalyzedText text) {
        String speaker = facts.speaker();
        UnitMetadata.OfPassage sharing = facts.sharing(
                resources.slots().shared(facts.resourceId()), speaker == null ? null : shared(names, speaker));
        passages.put(id, sharing, text);
        unordered.add(facts.resourceId());
    }

    /** Puts an item, after the passages and categories that it names: it shares their ids. */
    void putItem(String id, UnitMetadata.OfItem facts, AnalyzedText text) {
        UnitMetadata.OfItem sharing = facts.sharing(
                shared(types, facts.type()),
                shared(facts.passageIds(), passages.slots()),
                shared(facts.categoryIds(), categories.slots()));
        items.put(id, sharing, text);
    }

    /** Sets the vector of a unit; that of an unknown unit is passed over. */
    public void putVector(OwnerKind kind, String id, float[] vector) {
        units(kind).putVector(id, vector);
        int slot = kind == OwnerKind.PASSAGE ? passages.slots().of(id) : -1;
        if (slot >= 0) {
            unordered.add(passages.facts(slot).resourceId());
        }
    }

    /** Removes every unit of that kind but those. */
    void retain(OwnerKind kind, Set<String> ids) {
        if (kind == OwnerKind.PASSAGE) {
            Slots slots = passages.slots();
            for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
                if (!ids.contains(slots.id(slot))) {
                    unordered.add(passages.facts(slot).resourceId());
                }
            }
        }
        units(kind).retain(ids);
    }

    /** Brings up to date what follows from the units. Called after the last of several changes. */
    public void settle() {
        recent.forget();
        recentTimes.forget();
        for (OwnerKind kind : OwnerKind.values()) {
            units(kind).settle();
        }
        if (!unordered.isEmpty()) {
            order.refresh(passages, unordered);
            speakers.refresh(passages);
            unordered.clear();
        }
    }

    Units<?> units(OwnerKind kind) {
        return switch (kind) {
            case PASSAGE -> passages;
            case ITEM -> items;
            case CATEGORY -> categories;
            case RESOURCE -> resources;
        };
    }

    public Units<UnitMetadata.OfPassage> passages() {
        return passages;
    }

    public Units<UnitMetadata.OfItem> items() {
        return items;
    }

    public Units<UnitMetadata.OfCategory> categories() {
        return categories;
    }

    public Units<UnitMetadata.OfResource> resources() {
        return resources;
    }

    public PassageOrder order() {
        return order;
    }

    /** The last ranking of the passages. */
    public RecentRanking recent() {
        return recent;
    }

    /** The times in the last question. */
    public RecentTimes recentTimes() {
        return recentTimes;
    }

    public Speakers speakers() {
        return speakers;
    }

    /** Heap taken, in bytes, about. */
    public long bytes() {
        return passages.bytes() + items.bytes() + categories.bytes() + resources.bytes() + order.bytes();
    }

    private static <T> T shared(Map<T, T> known, T value) {
        T same = known.putIfAbsent(value, value);
        return same == null ? value : same;
    }

    /** Mostly an item has one of each, for which {@code List.of} needs no array. */
    private static List<String> shared(List<String> ids, Slots known) {
        return ids.size() == 1
                ? List.of(known.shared(ids.get(0)))
                : ids.stream().map(known::shared).toList();
    }
}
