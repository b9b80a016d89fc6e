package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.ItemValidity;
import io.memu4j.internal.search.index.ScopeUnits;
import io.memu4j.internal.search.index.Slots;
import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.index.Units;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts what holds at the time of a question in the place of what does not. An item that another superseded gives that one its rank: words
 * like "live" find the old home, and the answer is the new one. One thread.
 */
final class TimelyUnits {
    /** The longest chain of items that superseded each other which is followed. */
    private static final int LONGEST_CHAIN = 32;

    private final ScopeUnits units;
    private final Units<UnitMetadata.OfItem> items;
    private final LocalDateTime time;
    private final long now;
    private final boolean history;
    private final boolean allHold;

    TimelyUnits(ScopeUnits units, SearchQuery query) {
        this.units = units;
        this.items = units.items();
        this.time = query.time().toLocalDateTime();
        this.now = query.now().toEpochSecond();
        this.history = query.history();
        this.allHold = allHold();
    }

    private boolean allHold() {
        Slots slots = items.slots();
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            if (!items.metadata(slot).standing().isUnbounded()) {
                return false;
            }
        }
        return true;
    }

    /** Returns how many items to rank so that {@code k} remain. */
    int enough(int k) {
        return allHold ? k : 2 * k + 20;
    }

    /**
     * Returns the items that hold, or with history all, each behind the one that took its place.
     *
     * @param accepted which items may be added
     */
    List<SearchHit> items(List<SearchHit> ranked, IntPredicate accepted, int k) {
        if (allHold) {
            return ranked;
        }
        Map<String, SearchHit> found = new LinkedHashMap<>();
        for (SearchHit hit : ranked) {
            int slot = items.slots().of(hit.id());
            ItemValidity standing = items.metadata(slot).standing();
            if (now >= standing.expiresAt()) {
                continue;
            }
            int current = current(slot);
            if (current >= 0 && (current == slot || accepted.test(current))) {
                String id = items.slots().id(current);
                found.putIfAbsent(id, new SearchHit(id, hit.score(), hit.signals()));
            }
            if (history) {
                found.putIfAbsent(hit.id(), hit);
            }
        }
        return found.values().stream().limit(k).toList();
    }

    /** Returns the slot of the item, or of what took its place, that holds at the time; -1 where nothing does. */
    private int current(int slot) {
        int next = slot;
        for (int i = 0; i < LONGEST_CHAIN && next >= 0; i++) {
            ItemValidity standing = items.metadata(next).standing();
            if (standing.holdsAt(time) && now < standing.expiresAt()) {
                return next;
            }
            String by = standing.supersededBy();
            next = by == null ? -1 : items.slots().of(by);
        }
        return -1;
    }

    /**
     * Returns the passages in an order in which those that prove only what does not hold step behind one that proves what does.
     *
     * @param accepted which passages may be added
     */
    List<SearchHit> passages(List<SearchHit> ranked, IntPredicate accepted) {
        if (allHold || ranked.isEmpty()) {
            return ranked;
        }
        Map<String, Set<String>> successors = successors();
        Map<String, SearchHit> byId = new HashMap<>();
        ranked.forEach(hit -> byId.put(hit.id(), hit));
        Map<String, SearchHit> found = new LinkedHashMap<>();
        for (SearchHit hit : ranked) {
            for (String id : successors.getOrDefault(hit.id(), Set.of())) {
                SearchHit known = byId.get(id);
                int slot = units.passages().slots().of(id);
                if (known != null || (slot >= 0 && accepted.test(slot))) {
                    found.putIfAbsent(
                            id, new SearchHit(id, hit.score(), known == null ? hit.signals() : known.signals()));
                }
            }
            found.putIfAbsent(hit.id(), hit);
        }
        return new ArrayList<>(found.values());
    }

    /** Returns the passages of what took the place, by the passages that prove only what does not hold. */
    private Map<String, Set<String>> successors() {
        Map<String, Set<String>> successors = new HashMap<>();
        Set<String> proofs = new LinkedHashSet<>();
        Slots slots = items.slots();
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            int current = current(slot);
            List<String> cited = items.metadata(slot).passageIds();
            if (current == slot) {
                proofs.addAll(cited);
            } else if (current >= 0 && !cited.isEmpty()) {
                String proof = last(items.metadata(current).passageIds());
                if (proof != null) {
                    cited.forEach(id -> successors
                            .computeIfAbsent(id, passage -> new LinkedHashSet<>())
                            .add(proof));
                }
            }
        }
        successors.keySet().removeAll(proofs);
        return successors;
    }

    private static @Nullable String last(List<String> ids) {
        return ids.isEmpty() ? null : ids.get(ids.size() - 1);
    }
}
