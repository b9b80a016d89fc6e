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

/** Which units of a scope a filter lets through, by the rules of {@link SearchFilter}. Looks at each unit once, and at none without a filter. */
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
            UnitMetadata.OfItem facts = units.items().facts(slot);
            return (filter.types().isEmpty() || filter.types().contains(facts.type()))
                    && hasAll(facts.attributes())
                    && filter.happened().has(facts.happenedAt())
                    && (filter.categories().isEmpty() || containsAny(categoryIds, facts.categoryIds()))
                    && (!asksForSource() || citesAny(facts, sources));
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
            UnitMetadata.OfResource facts = resources.facts(slot);
            boolean named = filter.resources().isEmpty()
                    || filter.resources().contains(facts.sourceKey())
                    || filter.resources().contains(resources.slots().id(slot));
            found.set(
                    slot,
                    named
                            && (filter.modalities().isEmpty()
                                    || filter.modalities().contains(facts.modality()))
                            && (!attributesToo || hasAll(facts.attributes())));
        }
        return found;
    }

    private BitSet passages(BitSet resources) {
        Set<String> speakers = folded(filter.speakers());
        BitSet found = new BitSet();
        Slots slots = units.passages().slots();
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            UnitMetadata.OfPassage facts = units.passages().facts(slot);
            int resource = resourceOf(slot);
            found.set(
                    slot,
                    resource >= 0
                            && resources.get(resource)
                            && isSaidBy(speakers, facts)
                            && isSaidIn(filter.said(), facts));
        }
        return found;
    }

    private int resourceOf(int passage) {
        return units.resources().slots().of(units.passages().facts(passage).resourceId());
    }

    /** The passages that prove an item of the categories asked for. */
    private BitSet proofs() {
        Set<String> wanted = categoryIds();
        BitSet found = new BitSet();
        Slots slots = units.items().slots();
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            UnitMetadata.OfItem facts = units.items().facts(slot);
            if (containsAny(wanted, facts.categoryIds())) {
                for (String passageId : facts.passageIds()) {
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
            if (names.contains(units.categories().facts(slot).nameKey())
                    || filter.categories().contains(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    private boolean citesAny(UnitMetadata.OfItem facts, BitSet passages) {
        for (String passageId : facts.passageIds()) {
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

    private static boolean isSaidBy(Set<String> folded, UnitMetadata.OfPassage facts) {
        String speaker = facts.speaker();
        return folded.isEmpty() || (speaker != null && folded.contains(speaker.toLowerCase(Locale.ROOT)));
    }

    private static boolean isSaidIn(SaidRange range, UnitMetadata.OfPassage facts) {
        if (range.isAny()) {
            return true;
        }
        long said = facts.saidAt();
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
