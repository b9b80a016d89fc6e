package io.memu4j.internal.search.index;

import io.memu4j.internal.search.text.EntityFeatures;
import io.memu4j.internal.search.text.Standing;
import io.memu4j.internal.text.SpeakerRoles;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the index keeps of a unit besides its words and its vector. */
public sealed interface UnitMetadata {
    /**
     * Of a passage.
     *
     * @param asks whether it ends as a question
     * @param entities the names, numbers and times in it
     * @param program whether a program said it, such as an assistant
     * @param standing what a person says there of all later answers
     * @param saidAt epoch second, or {@link #UNDATED}
     * @param offset of the clock by which it was said, in seconds
     */
    record OfPassage(
            String resourceId,
            int index,
            int part,
            @Nullable String speaker,
            boolean asks,
            EntityFeatures entities,
            boolean program,
            Standing standing,
            long saidAt,
            int offset)
            implements UnitMetadata {
        /** {@link #saidAt} of a passage without a time. */
        public static final long UNDATED = Long.MIN_VALUE;

        /** Role of a message that a person sends. */
        private static final String PERSON = "user";
        /** Roles of messages that no person sends. */
        static OfPassage of(Passage passage) {
            OffsetDateTime saidAt = passage.saidAt();
            return new OfPassage(
                    passage.resourceId(),
                    passage.index(),
                    passage.part(),
                    passage.speaker(),
                    UnitText.asks(passage),
                    EntityFeatures.of(passage.text()),
                    passage.role() != null && SpeakerRoles.isProgram(passage.role()),
                    PERSON.equals(passage.role()) ? Standing.of(passage.text()) : Standing.NONE,
                    saidAt == null ? UNDATED : saidAt.toEpochSecond(),
                    saidAt == null ? 0 : saidAt.getOffset().getTotalSeconds());
        }

        /** Returns an equal value that refers to the given strings, which are equal to its own. */
        OfPassage sharing(String sameResourceId, @Nullable String sameSpeaker) {
            return new OfPassage(
                    sameResourceId, index, part, sameSpeaker, asks, entities, program, standing, saidAt, offset);
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
            List<String> categoryIds,
            ItemValidity standing)
            implements UnitMetadata {
        static OfItem of(MemoryItem item) {
            return new OfItem(
                    item.type(),
                    item.attributes(),
                    item.reinforcements(),
                    item.reinforcedAt().getEpochSecond(),
                    item.happenedAt(),
                    item.passageIds(),
                    item.categoryIds(),
                    ItemValidity.of(item));
        }

        /** Returns an equal value that refers to the given objects, which are equal to its own. */
        OfItem sharing(MemoryType sameType, List<String> samePassageIds, List<String> sameCategoryIds) {
            return new OfItem(
                    sameType,
                    attributes,
                    reinforcements,
                    reinforcedAt,
                    happenedAt,
                    samePassageIds,
                    sameCategoryIds,
                    standing);
        }
    }

    /** Of a category. */
    record OfCategory(String nameKey) implements UnitMetadata {}

    /** Of a resource. */
    record OfResource(String sourceKey, Modality modality, Map<String, String> attributes) implements UnitMetadata {}
}
