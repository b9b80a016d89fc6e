package io.memu4j.search;

import io.memu4j.model.OwnerKind;
import java.util.HashSet;
import java.util.Set;

/** Everything the index knows of one scope: its units by kind, and the order of its passages. */
final class ScopeUnits {
    private final Units<Facts.OfPassage> passages = new Units<>();
    private final Units<Facts.OfItem> items = new Units<>();
    private final Units<Facts.OfCategory> categories = new Units<>();
    private final Units<Facts.OfResource> resources = new Units<>();
    private final PassageOrder order = new PassageOrder();
    private final Speakers speakers = new Speakers();
    private final RecentRanking recent = new RecentRanking();
    private final RecentTimes recentTimes = new RecentTimes();
    private final Set<String> unordered = new HashSet<>();

    void putPassage(String id, Facts.OfPassage facts, AnalyzedText text) {
        passages.put(id, facts, text);
        unordered.add(facts.resourceId());
    }

    /** Puts an item, after the passages and categories that it names: it shares their ids. */
    void putItem(String id, Facts.OfItem facts, AnalyzedText text) {
        Facts.OfItem sharing = facts.sharing(
                facts.passageIds().stream().map(passages.slots()::shared).toList(),
                facts.categoryIds().stream().map(categories.slots()::shared).toList());
        items.put(id, sharing, text);
    }

    /** Sets the vector of a unit; that of an unknown unit is passed over. */
    void putVector(OwnerKind kind, String id, float[] vector) {
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
    void settle() {
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

    Units<Facts.OfPassage> passages() {
        return passages;
    }

    Units<Facts.OfItem> items() {
        return items;
    }

    Units<Facts.OfCategory> categories() {
        return categories;
    }

    Units<Facts.OfResource> resources() {
        return resources;
    }

    PassageOrder order() {
        return order;
    }

    /** The last ranking of the passages. */
    RecentRanking recent() {
        return recent;
    }

    /** The times in the last question. */
    RecentTimes recentTimes() {
        return recentTimes;
    }

    Speakers speakers() {
        return speakers;
    }

    /** Heap taken, in bytes, about. */
    long bytes() {
        return passages.bytes() + items.bytes() + categories.bytes() + resources.bytes() + order.bytes();
    }
}
