package io.memu4j.internal.search.index;

import java.util.Arrays;
import java.util.BitSet;

/** Gives every id a small number, its slot, and gives numbers of removed ids away again. Twelve bytes an id beside the id itself. */
public final class Slots {
    private static final int SMALLEST_TABLE = 32;
    /** 2^32 divided by the golden ratio: spreads hashes that differ little. */
    private static final int SPREAD = 0x9E3779B9;

    private final BitSet used = new BitSet();
    private String[] ids = new String[16];
    /** One more than the slot of an id, from the place of the id's hash on; 0 where nothing is. Half of it is empty at least. */
    private int[] table = new int[SMALLEST_TABLE];

    private int size;
    /** No slot below is free. */
    private int free;

    /** The id's slot, a new one if it has none. */
    public int take(String id) {
        int known = of(id);
        if (known >= 0) {
            return known;
        }
        int slot = used.nextClearBit(free);
        free = slot + 1;
        if (slot == ids.length) {
            ids = Arrays.copyOf(ids, slot + (slot >> 1));
        }
        ids[slot] = id;
        used.set(slot);
        size++;
        if (2 * size > table.length) {
            enlarge();
        } else {
            enter(slot);
        }
        return slot;
    }

    /** The id's slot, or -1. */
    public int of(String id) {
        int place = home(id);
        while (table[place] != 0) {
            int slot = table[place] - 1;
            if (ids[slot].equals(id)) {
                return slot;
            }
            place = after(place);
        }
        return -1;
    }

    /** The same id as it is kept here, so that it is in the heap once; an unknown one as it is. */
    String shared(String id) {
        int slot = of(id);
        return slot < 0 ? id : ids[slot];
    }

    void release(int slot) {
        int place = home(ids[slot]);
        while (table[place] != slot + 1) {
            place = after(place);
        }
        close(place);
        used.clear(slot);
        free = Math.min(free, slot);
        size--;
    }

    /** The id in a slot that is used. */
    public String id(int slot) {
        return ids[slot];
    }

    boolean isUsed(int slot) {
        return used.get(slot);
    }

    /** The first used slot from {@code from} on, or -1. */
    public int next(int from) {
        return used.nextSetBit(from);
    }

    /** One more than the highest used slot: the length of arrays indexed by slot. */
    public int limit() {
        return used.length();
    }

    int size() {
        return size;
    }

    private void enlarge() {
        table = new int[2 * table.length];
        for (int slot = next(0); slot >= 0; slot = next(slot + 1)) {
            enter(slot);
        }
    }

    private void enter(int slot) {
        int place = home(ids[slot]);
        while (table[place] != 0) {
            place = after(place);
        }
        table[place] = slot + 1;
    }

    /** Empties a place, and has those behind it that it kept from their own move up. */
    private void close(int place) {
        int gap = place;
        for (int next = after(gap); table[next] != 0; next = after(next)) {
            int wayFromHome = next - home(ids[table[next] - 1]) & table.length - 1;
            int wayFromGap = next - gap & table.length - 1;
            if (wayFromHome >= wayFromGap) {
                table[gap] = table[next];
                gap = next;
            }
        }
        table[gap] = 0;
    }

    private int home(String id) {
        return id.hashCode() * SPREAD >>> Integer.numberOfLeadingZeros(table.length) + 1;
    }

    private int after(int place) {
        return place + 1 & table.length - 1;
    }
}
