package io.memu4j.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of one kind of unit: which terms each slot has, and where each term occurs. Removing is exact, so nothing ever drifts. */
final class LexicalIndex {
    private static final Postings[] NOTHING = {};

    private final Map<String, Postings> terms = new HashMap<>();
    private final BitSet present = new BitSet();
    private Postings[][] bySlot = new Postings[16][];
    private int[] lengths = new int[16];
    private final Map<Language, Integer> slotsByLanguage = new EnumMap<>(Language.class);
    private Language[] languages = new Language[16];
    private long totalLength;
    private int size;
    /** What {@link #information} has told since the last change; 0 where it was not asked. */
    private volatile float @Nullable [] informationKnown;

    /** Sets the words of a slot, in place of those it had. */
    void put(int slot, AnalyzedText text) {
        remove(slot);
        grow(slot);
        informationKnown = null;
        Map<String, Integer> frequencies = new HashMap<>();
        for (String term : text.terms()) {
            frequencies.merge(term, 1, Integer::sum);
        }
        Postings[] forward = new Postings[frequencies.size()];
        int next = 0;
        for (Map.Entry<String, Integer> entry : frequencies.entrySet()) {
            Postings postings = terms.computeIfAbsent(entry.getKey(), t -> new Postings());
            postings.add(slot, entry.getValue());
            forward[next++] = postings;
        }
        bySlot[slot] = forward;
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
        for (Postings postings : bySlot[slot]) {
            postings.remove(slot);
        }
        bySlot[slot] = NOTHING;
        present.clear(slot);
        slotsByLanguage.merge(languages[slot], -1, Integer::sum);
        totalLength -= lengths[slot];
        lengths[slot] = 0;
        size--;
    }

    /** The postings of those terms that occur at all, in the order given. */
    List<Postings> postings(Collection<String> wanted) {
        List<Postings> found = new ArrayList<>(wanted.size());
        for (String term : wanted) {
            Postings postings = terms.get(term);
            if (postings != null && postings.size() > 0) {
                found.add(postings);
            }
        }
        return found;
    }

    /** Whether any slot's words are of that language. */
    boolean has(Language language) {
        return slotsByLanguage.getOrDefault(language, 0) > 0;
    }

    /** Number of terms of a slot, repeated ones counted. */
    int length(int slot) {
        return slot < lengths.length ? lengths[slot] : 0;
    }

    /** The language of a slot that has words. */
    Language language(int slot) {
        return languages[slot];
    }

    /**
     * How much a slot's words say: its different terms, one that occurs nowhere else counted as 1, the others less by their idf, and words that are everywhere
     * hardly at all. Counted when first asked for after a change.
     */
    float information(int slot) {
        float[] known = informationKnown;
        if (known == null) {
            known = new float[lengths.length];
            informationKnown = known;
        }
        if (slot < known.length && known[slot] == 0 && present.get(slot)) {
            double sum = 0;
            for (Postings postings : bySlot[slot]) {
                sum += Bm25.idf(postings.size(), size);
            }
            known[slot] = (float) (sum / Bm25.idf(1, size));
        }
        return slot < known.length ? known[slot] : 0;
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
        long bytes = 64L + lengths.length * 16L;
        for (Postings postings : terms.values()) {
            bytes += 100 + postings.bytes() + 4L * postings.size();
        }
        return bytes + 16L * size;
    }

    private void grow(int slot) {
        if (slot >= lengths.length) {
            int length = Math.max(slot + 1, lengths.length + (lengths.length >> 1));
            bySlot = Arrays.copyOf(bySlot, length);
            lengths = Arrays.copyOf(lengths, length);
            languages = Arrays.copyOf(languages, length);
        }
    }
}
