package io.memu4j.internal.search.index;

import java.util.Arrays;

/** Which terms each slot has: the postings turned round. Takes as long to make as reading all of them, some milliseconds per 10,000 units. */
final class SlotTerms {
    private static final Postings[] NOTHING = {};

    private Postings[][] terms;
    private int[] sizes;

    private SlotTerms(int slots) {
        this.terms = new Postings[slots][];
        this.sizes = new int[slots];
        Arrays.fill(terms, NOTHING);
    }

    /**
     * Turns round all postings there are.
     *
     * @param slots more than the highest slot in them
     */
    static SlotTerms of(TermDictionary all, int slots) {
        SlotTerms bySlot = new SlotTerms(slots);
        int[] counts = new int[slots];
        all.each(postings -> {
            for (int place = 0; place < postings.size(); place++) {
                counts[postings.slot(place)]++;
            }
        });
        for (int slot = 0; slot < slots; slot++) {
            bySlot.terms[slot] = counts[slot] == 0 ? NOTHING : new Postings[counts[slot]];
        }
        all.each(postings -> {
            for (int place = 0; place < postings.size(); place++) {
                bySlot.add(postings.slot(place), postings);
            }
        });
        return bySlot;
    }

    void add(int slot, Postings postings) {
        if (slot >= terms.length) {
            int before = terms.length;
            terms = Arrays.copyOf(terms, slot + (slot >> 1) + 1);
            sizes = Arrays.copyOf(sizes, terms.length);
            Arrays.fill(terms, before, terms.length, NOTHING);
        }
        int size = sizes[slot]++;
        if (size == terms[slot].length) {
            terms[slot] = Arrays.copyOf(terms[slot], 2 * size + 2);
        }
        terms[slot][size] = postings;
    }

    /** Removes the slot from the postings of all of its terms. */
    void remove(int slot) {
        for (int i = 0; i < sizes[slot]; i++) {
            terms[slot][i].remove(slot);
        }
        sizes[slot] = 0;
    }
}
