package io.memu4j.search;

import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Passage;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the index knows of a unit beside its words and its vector. */
sealed interface Facts {
    /**
     * Of a passage.
     *
     * @param asks whether it ends as a question
     * @param saidAt epoch second, or {@link #UNDATED}
     * @param offset of the clock by which it was said, in seconds
     */
    record OfPassage(
            String resourceId, int index, int part, @Nullable String speaker, boolean asks, long saidAt, int offset)
            implements Facts {
        /** Nobody knows when. */
        static final long UNDATED = Long.MIN_VALUE;

        static OfPassage of(Passage passage) {
            OffsetDateTime saidAt = passage.saidAt();
            return new OfPassage(
                    passage.resourceId(),
                    passage.index(),
                    passage.part(),
                    passage.speaker(),
                    UnitText.asks(passage),
                    saidAt == null ? UNDATED : saidAt.toEpochSecond(),
                    saidAt == null ? 0 : saidAt.getOffset().getTotalSeconds());
        }
    }

    /**
     * Of an item.
     *
     * @param reinforcedAt epoch second
     */
    record OfItem(
            MemoryType type,
            Map<String, String> attributes,
            int reinforcements,
            long reinforcedAt,
            @Nullable HappenedAt happenedAt)
            implements Facts {}

    /** Of a category: nothing. */
    record OfCategory() implements Facts {}

    /** Of a resource. */
    record OfResource(Map<String, String> attributes) implements Facts {}
}
