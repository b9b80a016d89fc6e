package io.memu4j.internal.understand.rules.cue;

import io.memu4j.model.MemoryType;
import org.jspecify.annotations.Nullable;

/**
 * What one cue says.
 *
 * @param weight how much it speaks for (or, below 0, against) remembering
 * @param type the type it speaks for, or null
 */
record Evidence(double weight, @Nullable MemoryType type) {
    static final Evidence NONE = new Evidence(0, null);

    static Evidence of(double weight, MemoryType type) {
        return new Evidence(weight, type);
    }

    static Evidence plain(double weight) {
        return new Evidence(weight, null);
    }

    /** This evidence where {@code holds}, else none. */
    Evidence when(boolean holds) {
        return holds ? this : NONE;
    }
}
