package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.ScopeUnits;
import io.memu4j.internal.search.index.Slots;
import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.index.Units;
import io.memu4j.model.Category;
import io.memu4j.model.SaidRange;
import io.memu4j.model.SearchFilter;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Evaluates a filter on the units of a scope, by the rules of {@link SearchFilter}. Visits each unit once, and none without a condition. */
final class FilterEvaluator {
    private static final IntPredicate EVERY = slot -> true;

    private final ScopeUnits units;
    private final SearchFilter filter;

    FilterEvaluator(ScopeUnits units, SearchFilter filter) {
        this.units = units;
        this.filter = filter;
    }

    IntPredicate passages() {
        if (!asksForSource()
                && filter.attributes().isEmpty()
                && filter.categories().isEmpty()) {
            return EVERY;
        }
        BitSet found = passages(resources(true));
        if (!filter.categories().isEmpty()) {
            found.and(proofs());
        }
        return found::get;
    }

    IntPredicate items() {
        BitSet sources = asksForSource() ? passages(resources(false)) : new BitSet();
        BitSet attributed = filter.attributes().isEmpty() ? new BitSet() : passages(resources(true));
        boolean any = !asksForSource()
                && filter.types().isEmpty()
                && filter.attributes().isEmpty()
                && filter.categories().isEmpty()
                && filter.happened().isAny();
        if (any) {
            return EVERY;
        }
        Set<String> categoryIds = categoryIds();
        return slot -> {
            UnitMetadata.OfItem metadata = units.items().metadata(slot);
            return (filter.types().isEmpty() || filter.types().contains(metadata.type()))
                    && filter.happened().has(metadata.happenedAt())
                    && (filter.categories().isEmpty() || containsAny(categoryIds, metadata.categoryIds()))
                    && (citesAny(metadata, attributed)
                            || (hasAll(metadata.attributes()) && (!asksForSource() || citesAny(metadata, sources))));
        };
    }

    IntPredicate resources() {
        BitSet found = resources(true);
        if (asksForPassage() || !filter.categories().isEmpty()) {
            BitSet passages = passages(found);
            if (!filter.categories().isEmpty()) {
                passages.and(proofs());
            }
            BitSet withPassage = new BitSet();
            passages.stream().map(this::resourceOf).filter(slot -> slot >= 0).forEach(withPassage::set);
            found.and(withPassage);
        }
        return found::get;
    }

    IntPredicate categories() {
        if (filter.categories().isEmpty()) {
            return EVERY;
        }
        Set<String> wanted = categoryIds();
        return slot -> wanted.contains(units.categories().slots().id(slot));
    }

    private boolean asksForSource() {
        return asksForPassage()
                || !filter.modalities().isEmpty()
                || !filter.resources().isEmpty();
    }

    private boolean asksForPassage() {
        return !filter.speakers().isEmpty() || !filter.said().isAny();
    }

    private BitSet resources(boolean attributesToo) {
        BitSet found = new BitSet();
        Units<UnitMetadata.OfResource> resources = units.resources();
        for (int slot = resources.slots().next(0);
                slot >= 0;
                slot = resources.slots().next(slot + 1)) {
            UnitMetadata.OfResource metadata = resources.metadata(slot);
            boolean named = filter.resources().isEmpty()
                    || filter.resources().contains(metadata.sourceKey())
                    || filter.resources().contains(resources.slots().id(slot));
            found.set(
                    slot,
                    named
                            && (filter.modalities().isEmpty()
                                    || filter.modalities().contains(metadata.modality()))
                            && (!attributesToo || hasAll(metadata.attributes())));
        }
        return found;
    }

    private BitSet passages(BitSet resources) {
        Set<String> speakers = folded(filter.speakers());
        BitSet found = new BitSet();
        Slots slots = units.passages().slots();
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            UnitMetadata.OfPassage metadata = units.passages().metadata(slot);
            int resource = resourceOf(slot);
            found.set(
                    slot,
                    resource >= 0
                            && resources.get(resource)
                            && isSaidBy(speakers, metadata)
                            && isSaidIn(filter.said(), metadata));
        }
        return found;
    }

    private int resourceOf(int passage) {
        return units.resources().slots().of(units.passages().metadata(passage).resourceId());
    }

    /** Returns the passages that items of the wanted categories cite. */
    private BitSet proofs() {
        Set<String> wanted = categoryIds();
        BitSet found = new BitSet();
        Slots slots = units.items().slots();
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            UnitMetadata.OfItem metadata = units.items().metadata(slot);
            if (containsAny(wanted, metadata.categoryIds())) {
                for (String passageId : metadata.passageIds()) {
                    int passage = units.passages().slots().of(passageId);
                    if (passage >= 0) {
                        found.set(passage);
                    }
                }
            }
        }
        return found;
    }

    private Set<String> categoryIds() {
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        filter.categories().forEach(name -> names.add(Category.nameKey(name)));
        Slots slots = units.categories().slots();
        for (int slot = slots.next(0); !names.isEmpty() && slot >= 0; slot = slots.next(slot + 1)) {
            String id = slots.id(slot);
            if (names.contains(units.categories().metadata(slot).nameKey())
                    || filter.categories().contains(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    private boolean citesAny(UnitMetadata.OfItem metadata, BitSet passages) {
        for (String passageId : metadata.passageIds()) {
            int slot = units.passages().slots().of(passageId);
            if (slot >= 0 && passages.get(slot)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasAll(Map<String, String> attributes) {
        return attributes.entrySet().containsAll(filter.attributes().entrySet());
    }

    private static boolean isSaidBy(Set<String> folded, UnitMetadata.OfPassage metadata) {
        String speaker = metadata.speaker();
        return folded.isEmpty() || (speaker != null && folded.contains(speaker.toLowerCase(Locale.ROOT)));
    }

    private static boolean isSaidIn(SaidRange range, UnitMetadata.OfPassage metadata) {
        if (range.isAny()) {
            return true;
        }
        long said = metadata.saidAt();
        return said != UnitMetadata.OfPassage.UNDATED
                && (range.since() == null || said >= range.since().getEpochSecond())
                && (range.until() == null || said < range.until().getEpochSecond());
    }

    private static Set<String> folded(Set<String> names) {
        Set<String> folded = new HashSet<>();
        names.forEach(name -> folded.add(name.toLowerCase(Locale.ROOT)));
        return folded;
    }

    private static boolean containsAny(Set<String> wanted, List<String> ids) {
        for (String id : ids) {
            if (wanted.contains(id)) {
                return true;
            }
        }
        return false;
    }
}
