package io.memu4j.search;

/**
 * How many terms the windows of one reach have.
 *
 * @param terms by slot
 * @param average over all windows, at least 1
 */
record WindowLengths(int[] terms, double average) {
    /** Counts them. @param reach so many passages before and as many after */
    static WindowLengths of(PassageOrder order, Slots slots, LexicalIndex words, int reach) {
        int[] terms = new int[slots.limit()];
        long total = 0;
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            int length = words.length(slot);
            int before = slot;
            int after = slot;
            for (int i = 0; i < reach; i++) {
                before = before == PassageOrder.NONE ? before : order.before(before);
                after = after == PassageOrder.NONE ? after : order.after(after);
                length += before == PassageOrder.NONE ? 0 : words.length(before);
                length += after == PassageOrder.NONE ? 0 : words.length(after);
            }
            terms[slot] = length;
            total += length;
        }
        return new WindowLengths(terms, Math.max(1, (double) total / Math.max(1, slots.size())));
    }
}
