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
 * The words of one kind of unit: where each term occurs. Removing is exact, so nothing ever drifts. Which terms a slot has is known only
 * while many slots are removed, and forgotten when all is {@link #settle settled}.
 */
public final class LexicalIndex {
    /** What the string of a term of usual length takes. */
    private static final int TERM_BYTES = 48;

    /** What the information of a term that occurs nowhere else is divided into: more terms than a passage can have fit into an int. */
    private static final int INFORMATION_UNITS = 1 << 16;

    /** So many slots are sooner removed by asking every term. */
    private static final int FEW = 8;

    private final TermDictionary terms = new TermDictionary();
    private final BitSet present = new BitSet();
    private @Nullable SlotTerms bySlot;
    private int removed;
    private int[] lengths = new int[16];
    private final Map<AnalysisLanguage, Integer> slotsByLanguage = new EnumMap<>(AnalysisLanguage.class);
    private AnalysisLanguage[] languages = new AnalysisLanguage[16];
    private long totalLength;
    private int size;
    /** What {@link #information} tells, by slot; null since the last change. */
    private volatile float @Nullable [] informationKnown;

    /** Sets the words of a slot, in place of those it had. */
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

    /** Called after the last of several changes. */
    void settle() {
        removed = 0;
        bySlot = null;
    }

    /** The postings of those terms that occur at all, in the order given. */
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

    /** Whether any slot's words are of that language. */
    public boolean has(AnalysisLanguage language) {
        return slotsByLanguage.getOrDefault(language, 0) > 0;
    }

    /** Number of terms of a slot, repeated ones counted. */
    int length(int slot) {
        return slot < lengths.length ? lengths[slot] : 0;
    }

    /** The language of a slot that has words. */
    public AnalysisLanguage language(int slot) {
        return languages[slot];
    }

    /**
     * How much a slot's words say: its different terms by their idf, where one that occurs nowhere else counts as 1 and one that is
     * everywhere hardly at all. Counted for all slots when first asked for after a change.
     */
    public float information(int slot) {
        float[] known = informationKnown;
        if (known == null) {
            known = informationOfAll();
            informationKnown = known;
        }
        return slot < known.length ? known[slot] : 0;
    }

    /** Sums whole numbers: the order of the terms, which depends on how the index came about, must not show. */
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

    /** Number of slots with words. */
    int size() {
        return size;
    }

    double averageLength() {
        return size == 0 ? 1 : Math.max(1, (double) totalLength / size);
    }

    /** Heap taken, in bytes, about. */
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
