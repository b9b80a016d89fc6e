package io.memu4j.store.memory;

import io.memu4j.model.Passage;
import java.util.Comparator;

/** Where a passage stands; ordered by resource, index and part. */
record Place(String resourceId, int index, int part) implements Comparable<Place> {
    private static final Comparator<Place> ORDER = Comparator.comparing(Place::resourceId)
            .thenComparingInt(Place::index)
            .thenComparingInt(Place::part);

    static Place of(Passage passage) {
        return new Place(passage.resourceId(), passage.index(), passage.part());
    }

    static Place first(String resourceId) {
        return new Place(resourceId, Integer.MIN_VALUE, Integer.MIN_VALUE);
    }

    static Place last(String resourceId) {
        return new Place(resourceId, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
