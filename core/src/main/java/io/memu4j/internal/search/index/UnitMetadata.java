package io.memu4j.internal.search.index;

import io.memu4j.internal.search.text.EntityFeatures;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the index knows of a unit beside its words and its vector. */
public sealed interface UnitMetadata {
    /**
     * Of a passage.
     *
     * @param asks whether it ends as a question
     * @param particulars what it names
     * @param saidAt epoch second, or {@link #UNDATED}
     * @param offset of the clock by which it was said, in seconds
     */
    record OfPassage(
            String resourceId,
            int index,
            int part,
            @Nullable String speaker,
            boolean asks,
            EntityFeatures particulars,
            long saidAt,
            int offset)
            implements UnitMetadata {
        /** Nobody knows when. */
        public static final long UNDATED = Long.MIN_VALUE;

        static OfPassage of(Passage passage) {
            OffsetDateTime saidAt = passage.saidAt();
            return new OfPassage(
                    passage.resourceId(),
                    passage.index(),
                    passage.part(),
                    passage.speaker(),
                    UnitText.asks(passage),
                    EntityFeatures.of(passage.text()),
                    saidAt == null ? UNDATED : saidAt.toEpochSecond(),
                    saidAt == null ? 0 : saidAt.getOffset().getTotalSeconds());
        }

        /** The same with those, which are equal to its own. */
        OfPassage sharing(String sameResourceId, @Nullable String sameSpeaker) {
            return new OfPassage(sameResourceId, index, part, sameSpeaker, asks, particulars, saidAt, offset);
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
            @Nullable HappenedAt happenedAt,
            List<String> passageIds,
            List<String> categoryIds)
            implements UnitMetadata {
        static OfItem of(MemoryItem item) {
            return new OfItem(
                    item.type(),
                    item.attributes(),
                    item.reinforcements(),
                    item.reinforcedAt().getEpochSecond(),
                    item.happenedAt(),
                    item.passageIds(),
                    item.categoryIds());
        }

        /** The same with those, which are equal to its own. */
        OfItem sharing(MemoryType sameType, List<String> samePassageIds, List<String> sameCategoryIds) {
            return new OfItem(
                    sameType, attributes, reinforcements, reinforcedAt, happenedAt, samePassageIds, sameCategoryIds);
        }
    }

    /** Of a category. */
    record OfCategory(String nameKey) implements UnitMetadata {}

    /** Of a resource. */
    record OfResource(String sourceKey, Modality modality, Map<String, String> attributes) implements UnitMetadata {}
}
