package io.memu4j.internal.search.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The postings of one term: the slots that contain it, in ascending order, each with the term's frequency. Most terms occur in one slot
 * only, so the first posting is kept without an array. Also the link to the next entry of a {@link TermDictionary} bucket.
 */
public final class Postings {
    private static final int MAX_FREQUENCY = 255;
    private static final int FREQUENCY_BITS = 8;
    /** Highest slot that fits beside the frequency; about 16 million units of one kind. */
    private static final int MAX_SLOT = (1 << (Integer.SIZE - FREQUENCY_BITS)) - 1;

    private static final int[] NONE = {};

    final String term;

    @Nullable
    Postings next;

    /** Slot and, in the lowest bits, frequency. */
    private int first;

    /** The second posting and those after it, in the same form. */
    private int[] rest = NONE;

    private int size;

    Postings(String term) {
        this.term = term;
    }

    /** Returns a copy that is not linked to another term. */
    Postings copy() {
        Postings copy = new Postings(term);
        copy.first = first;
        copy.rest = rest.length == 0 ? NONE : rest.clone();
        copy.size = size;
        return copy;
    }

    /** Adds a slot that has no posting yet. */
    void add(int slot, int frequency) {
        if (slot > MAX_SLOT) {
            throw new IllegalStateException("Slot " + slot + " is too high. Expected at most " + MAX_SLOT + ".");
        }
        int place = size > 0 && slot(size - 1) > slot ? -find(slot) - 1 : size;
        int added = (slot << FREQUENCY_BITS) | Math.min(MAX_FREQUENCY, frequency);
        if (size > rest.length) {
            rest = Arrays.copyOf(rest, size + (size >> 1));
        }
        if (place > 0) {
            System.arraycopy(rest, place - 1, rest, place, size - place);
            rest[place - 1] = added;
        } else {
            if (size > 0) {
                System.arraycopy(rest, 0, rest, 1, size - 1);
                rest[0] = first;
            }
            first = added;
        }
        size++;
    }

    /** Removes the posting of a slot. Does nothing when there is none. */
    void remove(int slot) {
        int place = size == 0 || slot < slot(0) || slot > slot(size - 1) ? -1 : find(slot);
        if (place < 0) {
            return;
        }
        if (place == 0 && size > 1) {
            first = rest[0];
        }
        size--;
        int gap = Math.max(0, place - 1);
        if (gap < size - 1) {
            System.arraycopy(rest, gap + 1, rest, gap, size - 1 - gap);
        }
    }

    /** Tells whether a slot has the term. */
    public boolean has(int slot) {
        return size > 0 && find(slot) >= 0;
    }

    public int size() {
        return size;
    }

    public int slot(int place) {
        return entry(place) >>> FREQUENCY_BITS;
    }

    public int frequency(int place) {
        return entry(place) & MAX_FREQUENCY;
    }

    /** Returns the heap in use, in bytes, without the term. */
    long bytes() {
        return 32L + (rest.length == 0 ? 0 : 16L + 4L * rest.length);
    }

    private int entry(int place) {
        return place == 0 ? first : rest[place - 1];
    }

    /** Returns the position of the slot, or -1 minus the position at which it would be inserted. */
    private int find(int slot) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = slot(middle);
            if (found == slot) {
                return middle;
            }
            if (found < slot) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
