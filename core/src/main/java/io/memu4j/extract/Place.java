package io.memu4j.extract;

import io.memu4j.model.Passage;
import java.util.Comparator;

/**
 * Where in a source a passage is.
 *
 * @param index as in {@link Passage}
 * @param part as in {@link Passage}
 */
public record Place(int index, int part) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::index).thenComparingInt(Place::part);

    public static Place of(Passage passage) {
        return new Place(passage.index(), passage.part());
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
