package io.memu4j.internal.search.index;

import io.memu4j.internal.search.text.Standing;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Whether a scope holds talks with an assistant, and in which passages a person says how all later answers should be. */
public final class Voices {
    /** Replaced as a whole by {@link #refresh}, so that copies may share it. */
    private BitSet standing = new BitSet();

    private boolean anyProgram;

    /** Returns a copy that can be refreshed while this one is read. */
    Voices copy() {
        Voices copy = new Voices();
        copy.standing = standing;
        copy.anyProgram = anyProgram;
        return copy;
    }

    /** Replaces what is known by that of the given passages. */
    void refresh(Units<UnitMetadata.OfPassage> passages) {
        BitSet found = new BitSet();
        boolean program = false;
        Slots slots = passages.slots();
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            UnitMetadata.OfPassage metadata = passages.metadata(slot);
            program = program || metadata.program();
            if (metadata.standing() != Standing.NONE) {
                found.set(slot);
            }
        }
        standing = found;
        anyProgram = program;
    }

    /** Returns whether a program speaks in the scope: somebody talks with an assistant. */
    public boolean anyProgram() {
        return anyProgram;
    }

    /** Returns the slots of passages with an instruction or a preference. */
    public IntStream standing() {
        return standing.stream();
    }
}
