package io.memu4j.internal.search.index;

import io.memu4j.internal.search.text.AnalyzedText;
import io.memu4j.internal.search.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All units of one kind in a scope: ids, metadata, words and vectors by slot. Several threads may read it while none changes it. */
public final class Units<F extends UnitMetadata> {
    /** Estimate of the bytes taken by an id, its entry in the table and the metadata. */
    private static final long PER_UNIT = 190;

    private final Slots slots;
    private final List<@Nullable F> metadata;
    private final LexicalIndex words;
    private @Nullable VectorBlock vectors;

    Units() {
        slots = new Slots();
        metadata = new ArrayList<>();
        words = new LexicalIndex();
    }

    private Units(Units<F> other) {
        slots = other.slots.copy();
        metadata = new ArrayList<>(other.metadata);
        words = other.words.copy();
        vectors = other.vectors == null ? null : other.vectors.copy();
    }

    /** Returns a copy that can be changed while this one is read. */
    Units<F> copy() {
        return new Units<>(this);
    }

    /** Adds or replaces a unit and returns its slot. A replaced unit keeps its vector. */
    int put(String id, F newMetadata, AnalyzedText text) {
        int slot = slots.take(id);
        while (metadata.size() <= slot) {
            metadata.add(null);
        }
        metadata.set(slot, newMetadata);
        words.put(slot, text);
        return slot;
    }

    /** Sets the vector of a unit. Ignores the vector of an unknown unit. */
    void putVector(String id, float[] vector) {
        int slot = slots.of(id);
        if (slot >= 0) {
            if (vectors == null || (vectors.isEmpty() && vectors.dimension() != vector.length)) {
                vectors = new VectorBlock(vector.length);
            }
            vectors.put(slot, vector);
        }
    }

    /** Updates the structures derived from the units. Called after the last change of a batch. */
    void settle() {
        words.settle();
        if (vectors != null) {
            vectors.settle();
        }
    }

    /** Removes all units except those with the given ids. */
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

    /** Returns the vectors, or null when no unit ever had one. */
    @Nullable
    public VectorBlock vectors() {
        return vectors;
    }

    /** Returns the metadata of a slot in use. */
    public F metadata(int slot) {
        F known = metadata.get(slot);
        if (known == null) {
            throw new IllegalStateException("Slot " + slot + " is not used.");
        }
        return known;
    }

    /** Returns an estimate of the heap in use, in bytes. */
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
        metadata.set(slot, null);
        slots.release(slot);
    }
}
