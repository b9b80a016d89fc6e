package io.memu4j.internal.search.index;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Maps ids to small numbers, their slots, like the document numbers of Lucene. The slot of a removed id is given to a later one. Takes
 * twelve bytes per id, the string of the id not counted.
 */
public final class Slots {
    private static final int SMALLEST_TABLE = 32;
    /** 2^32 divided by the golden ratio: spreads hashes that differ little. */
    private static final int SPREAD = 0x9E3779B9;

    private final BitSet used;
    private String[] ids = new String[16];
    /** One more than the slot of an id, from the place of the id's hash on; 0 where nothing is. Half of it is empty at least. */
    private int[] table = new int[SMALLEST_TABLE];

    private int size;
    /** No slot below is free. */
    private int free;

    /** Makes an empty mapping. */
    public Slots() {
        used = new BitSet();
    }

    private Slots(Slots other) {
        used = (BitSet) other.used.clone();
        ids = other.ids.clone();
        table = other.table.clone();
        size = other.size;
        free = other.free;
    }

    Slots copy() {
        return new Slots(this);
    }

    /** Returns the slot of an id, and assigns the lowest free one to an id that has none. */
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

    /** Returns the slot of an id, or -1 for an unknown id. */
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

    /** Returns the string kept here that equals the id, so that the heap holds it once; an unknown id itself. */
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

    /** Returns the id of a slot in use. */
    public String id(int slot) {
        return ids[slot];
    }

    boolean isUsed(int slot) {
        return used.get(slot);
    }

    /** Returns the first slot in use that is at least {@code from}, or -1. */
    public int next(int from) {
        return used.nextSetBit(from);
    }

    /** Returns the highest slot in use plus 1, which is the length of arrays indexed by slot. */
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

    /** Empties a place of the table and moves up the entries behind it that collided with it. */
    private void close(int place) {
        int gap = place;
        for (int next = after(gap); table[next] != 0; next = after(next)) {
            int wayFromHome = (next - home(ids[table[next] - 1])) & (table.length - 1);
            int wayFromGap = (next - gap) & (table.length - 1);
            if (wayFromHome >= wayFromGap) {
                table[gap] = table[next];
                gap = next;
            }
        }
        table[gap] = 0;
    }

    private int home(String id) {
        return (id.hashCode() * SPREAD) >>> (Integer.numberOfLeadingZeros(table.length) + 1);
    }

    private int after(int place) {
        return (place + 1) & (table.length - 1);
    }
}
