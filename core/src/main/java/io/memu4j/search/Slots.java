package io.memu4j.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Gives every id a small number, its slot, and gives numbers of removed ids away again. */
final class Slots {
    private final Map<String, Integer> byId = new HashMap<>();
    private final BitSet used = new BitSet();
    private String[] ids = new String[16];

    /** The id's slot, a new one if it has none. */
    int take(String id) {
        Integer known = byId.get(id);
        if (known != null) {
            return known;
        }
        int slot = used.nextClearBit(0);
        if (slot == ids.length) {
            ids = Arrays.copyOf(ids, slot + (slot >> 1));
        }
        ids[slot] = id;
        used.set(slot);
        byId.put(id, slot);
        return slot;
    }

    /** The id's slot, or -1. */
    int of(String id) {
        Integer slot = byId.get(id);
        return slot == null ? -1 : slot;
    }

    /** The same id as it is kept here, so that it is in the heap once; an unknown one as it is. */
    String shared(String id) {
        int slot = of(id);
        return slot < 0 ? id : ids[slot];
    }

    void release(int slot) {
        byId.remove(ids[slot]);
        used.clear(slot);
    }

    /** The id in a slot that is used. */
    String id(int slot) {
        return ids[slot];
    }

    boolean isUsed(int slot) {
        return used.get(slot);
    }

    /** The first used slot from {@code from} on, or -1. */
    int next(int from) {
        return used.nextSetBit(from);
    }

    /** One more than the highest used slot: the length of arrays indexed by slot. */
    int limit() {
        return used.length();
    }

    int size() {
        return byId.size();
    }
}
