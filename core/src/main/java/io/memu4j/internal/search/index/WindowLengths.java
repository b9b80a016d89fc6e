package io.memu4j.internal.search.index;

/**
 * The numbers of terms of all windows of one size.
 *
 * @param terms the length of each window, by the slot of the head of the turn in the middle
 * @param windows the number of windows
 * @param average the average length, at least 1
 */
public record WindowLengths(int[] terms, int windows, double average) {
    /**
     * Computes the lengths.
     *
     * @param reach number of turns on each side
     */
    static WindowLengths of(PassageOrder order, Slots slots, LexicalIndex words, int reach) {
        int[] turns = new int[slots.limit()];
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            turns[order.head(slot)] += words.length(slot);
        }
        int[] terms = new int[turns.length];
        long total = 0;
        int windows = 0;
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            if (order.head(slot) == slot) {
                terms[slot] = length(order, turns, slot, reach);
                total += terms[slot];
                windows++;
            }
        }
        return new WindowLengths(terms, windows, Math.max(1, (double) total / Math.max(1, windows)));
    }

    private static int length(PassageOrder order, int[] turns, int head, int reach) {
        int length = turns[head];
        int before = head;
        int after = head;
        for (int i = 0; i < reach; i++) {
            before = before == PassageOrder.NONE ? before : order.before(before);
            after = after == PassageOrder.NONE ? after : order.after(after);
            length += before == PassageOrder.NONE ? 0 : turns[before];
            length += after == PassageOrder.NONE ? 0 : turns[after];
        }
        return length;
    }
}
