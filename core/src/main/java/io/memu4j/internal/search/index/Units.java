package io.memu4j.internal.search.index;

import io.memu4j.internal.search.text.AnalyzedText;
import io.memu4j.internal.search.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All units of one kind in a scope. Readers may share it while nobody writes. */
public final class Units<F extends UnitMetadata> {
    /** What an id, its place and the facts take, about. */
    private static final long PER_UNIT = 190;

    private final Slots slots = new Slots();
    private final List<@Nullable F> facts = new ArrayList<>();
    private final LexicalIndex words = new LexicalIndex();
    private @Nullable VectorBlock vectors;

    /** Adds a unit, or changes it; it keeps its vector. */
    int put(String id, F newFacts, AnalyzedText text) {
        int slot = slots.take(id);
        while (facts.size() <= slot) {
            facts.add(null);
        }
        facts.set(slot, newFacts);
        words.put(slot, text);
        return slot;
    }

    /** Sets the vector of a unit; that of an unknown unit is passed over. */
    void putVector(String id, float[] vector) {
        int slot = slots.of(id);
        if (slot >= 0) {
            if (vectors == null || (vectors.isEmpty() && vectors.dimension() != vector.length)) {
                vectors = new VectorBlock(vector.length);
            }
            vectors.put(slot, vector);
        }
    }

    /** Makes ready for searches what follows from the units. Called after the last of several changes. */
    void settle() {
        words.settle();
        if (vectors != null) {
            vectors.settle();
        }
    }

    /** Removes every unit but those. */
    void retain(Set<String> ids) {
        if (ids.size() == slots.size() && containsAll(ids)) {
            return;
        }
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            if (!ids.contains(slots.id(slot))) {
                remove(slot);
            }
        }
    }

    public Slots slots() {
        return slots;
    }

    public LexicalIndex words() {
        return words;
    }

    /** The vectors, or null where no unit ever had one. */
    @Nullable
    public VectorBlock vectors() {
        return vectors;
    }

    /** The facts of a slot that is used. */
    public F facts(int slot) {
        F known = facts.get(slot);
        if (known == null) {
            throw new IllegalStateException("Slot " + slot + " is not used.");
        }
        return known;
    }

    /** Heap taken, in bytes, about. */
    long bytes() {
        return 256 + words.bytes() + slots.limit() * PER_UNIT + (vectors == null ? 0 : vectors.bytes());
    }

    private boolean containsAll(Set<String> ids) {
        for (String id : ids) {
            if (slots.of(id) < 0) {
                return false;
            }
        }
        return true;
    }

    private void remove(int slot) {
        words.remove(slot);
        if (vectors != null) {
            vectors.remove(slot);
        }
        facts.set(slot, null);
        slots.release(slot);
    }
}
