package io.memu4j.internal.understand;

import io.memu4j.model.Passage;
import java.util.Comparator;

/**
 * Where in a source a passage is.
 *
 * @param index as in {@link Passage}
 * @param part as in {@link Passage}
 */
public record PassagePosition(int index, int part) implements Comparable<PassagePosition> {
    private static final Comparator<PassagePosition> ORDER =
            Comparator.comparingInt(PassagePosition::index).thenComparingInt(PassagePosition::part);

    public static PassagePosition of(Passage passage) {
        return new PassagePosition(passage.index(), passage.part());
    }

    @Override
    public int compareTo(PassagePosition other) {
        return ORDER.compare(this, other);
    }
}
