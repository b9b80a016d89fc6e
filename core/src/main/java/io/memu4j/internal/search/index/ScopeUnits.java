package io.memu4j.internal.search.index;

import io.memu4j.internal.search.text.AnalyzedText;
import io.memu4j.model.MemoryType;
import io.memu4j.spi.store.OwnerKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The contents of the index of one scope: its units by kind, the order of its passages, its speakers. Several threads may read it while no
 * thread changes it; a change ends with {@link #settle}.
 */
public final class ScopeUnits {
    private final Units<UnitMetadata.OfPassage> passages;
    private final Units<UnitMetadata.OfItem> items;
    private final Units<UnitMetadata.OfCategory> categories;
    private final Units<UnitMetadata.OfResource> resources;
    private final PassageOrder order;
    private final Speakers speakers;
    private final Voices voices;
    /** Resources whose passages have to be ordered again. */
    private final Set<String> unordered = new HashSet<>();
    /** Names of speakers and types of items, each once: units with the same value share one object. */
    private final Map<String, String> names;

    private final Map<MemoryType, MemoryType> types;

    /** Makes an index of an empty scope. */
    public ScopeUnits() {
        passages = new Units<>();
        items = new Units<>();
        categories = new Units<>();
        resources = new Units<>();
        order = new PassageOrder();
        speakers = new Speakers();
        voices = new Voices();
        names = new HashMap<>();
        types = new HashMap<>();
    }

    private ScopeUnits(ScopeUnits other) {
        passages = other.passages.copy();
        items = other.items.copy();
        categories = other.categories.copy();
        resources = other.resources.copy();
        order = other.order.copy();
        speakers = other.speakers.copy();
        voices = other.voices.copy();
        names = new HashMap<>(other.names);
        types = new HashMap<>(other.types);
    }

    /**
     * Returns a copy that can be changed while other threads go on reading this one, which must not be changed any more. Both share their
     * vectors: the copy duplicates a piece of them before it changes it.
     */
    public ScopeUnits copy() {
        return new ScopeUnits(this);
    }

    /** Adds or replaces a passage. Its resource is put first, so that both share one string for the id. */
    public void putPassage(String id, UnitMetadata.OfPassage facts, AnalyzedText text) {
        String speaker = facts.speaker();
        UnitMetadata.OfPassage sharing = facts.sharing(
                resources.slots().shared(facts.resourceId()), speaker == null ? null : shared(names, speaker));
        passages.put(id, sharing, text);
        unordered.add(facts.resourceId());
    }

    /** Adds or replaces an item. The passages and categories that it names are put first, so that it shares the strings of their ids. */
    void putItem(String id, UnitMetadata.OfItem facts, AnalyzedText text) {
        UnitMetadata.OfItem sharing = facts.sharing(
                shared(types, facts.type()),
                shared(facts.passageIds(), passages.slots()),
                shared(facts.categoryIds(), categories.slots()));
        items.put(id, sharing, text);
    }

    /** Sets the vector of a unit. Ignores the vector of an unknown unit. */
    public void putVector(OwnerKind kind, String id, float[] vector) {
        units(kind).putVector(id, vector);
        int slot = kind == OwnerKind.PASSAGE ? passages.slots().of(id) : -1;
        if (slot >= 0) {
            unordered.add(passages.metadata(slot).resourceId());
        }
    }

    /** Removes all units of a kind except those with the given ids. */
    void retain(OwnerKind kind, Set<String> ids) {
        if (kind == OwnerKind.PASSAGE) {
            Slots slots = passages.slots();
            for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
                if (!ids.contains(slots.id(slot))) {
                    unordered.add(passages.metadata(slot).resourceId());
                }
            }
        }
        units(kind).retain(ids);
    }

    /** Updates the structures derived from the units. Must be called after the last change of a batch and before the next search. */
    public void settle() {
        for (OwnerKind kind : OwnerKind.values()) {
            units(kind).settle();
        }
        if (!unordered.isEmpty()) {
            order.refresh(passages, unordered);
            speakers.refresh(passages);
            voices.refresh(passages);
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

    public Speakers speakers() {
        return speakers;
    }

    public Voices voices() {
        return voices;
    }

    /** Returns whether the scope has ever held an item of that type. */
    public boolean knows(MemoryType type) {
        return types.containsKey(type);
    }

    /** Returns an estimate of the heap in use, in bytes. */
    public long bytes() {
        return passages.bytes() + items.bytes() + categories.bytes() + resources.bytes() + order.bytes();
    }

    private static <T> T shared(Map<T, T> known, T value) {
        T same = known.putIfAbsent(value, value);
        return same == null ? value : same;
    }

    /** Most items name one passage and one category: {@code List.of} of one element needs no array. */
    private static List<String> shared(List<String> ids, Slots known) {
        return ids.size() == 1
                ? List.of(known.shared(ids.get(0)))
                : ids.stream().map(known::shared).toList();
    }
}
