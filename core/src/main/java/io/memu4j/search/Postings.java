package io.memu4j.search;

import java.util.Arrays;

/** Where one term occurs: slots in ascending order, each with how often. */
final class Postings {
    private static final int MAX_FREQUENCY = 255;

    private int[] slots = new int[2];
    private byte[] frequencies = new byte[2];
    private int size;

    /** Adds a slot that is not there yet. */
    void add(int slot, int frequency) {
        int at = size;
        if (size > 0 && slots[size - 1] > slot) {
            at = -Arrays.binarySearch(slots, 0, size, slot) - 1;
        }
        if (size == slots.length) {
            int length = size + (size >> 1) + 1;
            slots = Arrays.copyOf(slots, length);
            frequencies = Arrays.copyOf(frequencies, length);
        }
        System.arraycopy(slots, at, slots, at + 1, size - at);
        System.arraycopy(frequencies, at, frequencies, at + 1, size - at);
        slots[at] = slot;
        frequencies[at] = (byte) Math.min(MAX_FREQUENCY, frequency);
        size++;
    }

    /** Removes a slot that is there. */
    void remove(int slot) {
        int at = Arrays.binarySearch(slots, 0, size, slot);
        System.arraycopy(slots, at + 1, slots, at, size - at - 1);
        System.arraycopy(frequencies, at + 1, frequencies, at, size - at - 1);
        size--;
    }

    int size() {
        return size;
    }

    int slot(int place) {
        return slots[place];
    }

    int frequency(int place) {
        return frequencies[place] & 0xFF;
    }

    /** Heap taken, in bytes. */
    long bytes() {
        return 64L + slots.length * 5L;
    }
}
