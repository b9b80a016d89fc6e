package io.memu4j.internal.search.index;

import io.memu4j.internal.search.text.AnalysisLanguage;
import io.memu4j.internal.search.text.AnalyzedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The inverted index of one kind of unit: the postings of each term. Removing a slot updates all postings, so that document frequencies
 * stay exact. The terms of each slot are listed only while many slots are removed; {@link #settle} drops that list.
 */
public final class LexicalIndex {
    /** Bytes of the string of a term of usual length. */
    private static final int TERM_BYTES = 48;

    /** Fixed-point unit of {@link #information}: the sum over all terms that a passage can have fits into an int. */
    private static final int INFORMATION_UNITS = 1 << 16;

    /** Up to this number of slots it is faster to look through all terms than to build {@link SlotTerms}. */
    private static final int FEW = 8;

    private final TermDictionary terms;
    private final BitSet present;
    private @Nullable SlotTerms bySlot;
    private int removed;
    private int[] lengths = new int[16];
    private final Map<AnalysisLanguage, Integer> slotsByLanguage;
    private AnalysisLanguage[] languages = new AnalysisLanguage[16];
    private long totalLength;
    private int size;
    /** Values of {@link #information} by slot; null after a change, until they are asked for. */
    private volatile float @Nullable [] informationKnown;

    /** Makes an empty index. */
    public LexicalIndex() {
        terms = new TermDictionary();
        present = new BitSet();
        slotsByLanguage = new EnumMap<>(AnalysisLanguage.class);
    }

    /** Copies a settled index. */
    private LexicalIndex(LexicalIndex other) {
        terms = other.terms.copy();
        present = (BitSet) other.present.clone();
        lengths = other.lengths.clone();
        slotsByLanguage = new EnumMap<>(other.slotsByLanguage);
        languages = other.languages.clone();
        totalLength = other.totalLength;
        size = other.size;
        informationKnown = other.informationKnown;
    }

    LexicalIndex copy() {
        return new LexicalIndex(this);
    }

    /** Sets the words of a slot. Replaces the words that it had. */
    public void put(int slot, AnalyzedText text) {
        remove(slot);
        grow(slot);
        informationKnown = null;
        Map<String, Integer> frequencies = new HashMap<>();
        for (String term : text.terms()) {
            frequencies.merge(term, 1, Integer::sum);
        }
        frequencies.forEach((term, frequency) -> {
            Postings postings = terms.take(term);
            postings.add(slot, frequency);
            if (bySlot != null) {
                bySlot.add(slot, postings);
            }
        });
        present.set(slot);
        lengths[slot] = text.terms().size();
        languages[slot] = text.language();
        slotsByLanguage.merge(text.language(), 1, Integer::sum);
        totalLength += lengths[slot];
        size++;
    }

    void remove(int slot) {
        if (!present.get(slot)) {
            return;
        }
        informationKnown = null;
        removed++;
        if (bySlot == null && removed > FEW) {
            bySlot = SlotTerms.of(terms, lengths.length);
        }
        if (bySlot == null) {
            terms.each(postings -> postings.remove(slot));
        } else {
            bySlot.remove(slot);
        }
        present.clear(slot);
        slotsByLanguage.merge(languages[slot], -1, Integer::sum);
        totalLength -= lengths[slot];
        lengths[slot] = 0;
        size--;
    }

    /** Must be called after the last change of a batch. */
    void settle() {
        removed = 0;
        bySlot = null;
    }

    /** Returns the postings of the terms that occur, in the order given. */
    public List<Postings> postings(Collection<String> wanted) {
        List<Postings> found = new ArrayList<>(wanted.size());
        for (String term : wanted) {
            Postings postings = terms.of(term);
            if (postings != null && postings.size() > 0) {
                found.add(postings);
            }
        }
        return found;
    }

    /** Returns whether the words of any slot are of that language. */
    public boolean has(AnalysisLanguage language) {
        return slotsByLanguage.getOrDefault(language, 0) > 0;
    }

    /** Returns the number of terms of a slot, repetitions counted. */
    int length(int slot) {
        return slot < lengths.length ? lengths[slot] : 0;
    }

    /** Returns the language of a slot that has words. */
    public AnalysisLanguage language(int slot) {
        return languages[slot];
    }

    /**
     * Returns the information content of a slot: the sum of the idf of its distinct terms, divided by the idf of a term that occurs in one
     * slot only. Computed for all slots at the first call after a change.
     */
    public float information(int slot) {
        float[] known = informationKnown;
        if (known == null) {
            known = informationOfAll();
            informationKnown = known;
        }
        return slot < known.length ? known[slot] : 0;
    }

    /** Adds integers, because a sum of floats would depend on the order of the terms, which depends on the history of the index. */
    private float[] informationOfAll() {
        int[] sums = new int[lengths.length];
        double unit = INFORMATION_UNITS / Bm25.idf(1, size);
        terms.each(postings -> {
            int share = (int) Math.round(Bm25.idf(postings.size(), size) * unit);
            for (int place = 0; place < postings.size(); place++) {
                sums[postings.slot(place)] += share;
            }
        });
        float[] all = new float[sums.length];
        for (int slot = 0; slot < all.length; slot++) {
            all[slot] = sums[slot] / (float) INFORMATION_UNITS;
        }
        return all;
    }

    /** Returns the number of slots with words. */
    public int size() {
        return size;
    }

    double averageLength() {
        return size == 0 ? 1 : Math.max(1, (double) totalLength / size);
    }

    /** Returns an estimate of the heap in use, in bytes. */
    long bytes() {
        long[] bytes = {64L + lengths.length * 8L + terms.bytes()};
        terms.each(postings -> bytes[0] += TERM_BYTES + postings.bytes());
        return bytes[0];
    }

    private void grow(int slot) {
        if (slot >= lengths.length) {
            int length = Math.max(slot + 1, lengths.length + (lengths.length >> 1));
            lengths = Arrays.copyOf(lengths, length);
            languages = Arrays.copyOf(languages, length);
        }
    }
}
