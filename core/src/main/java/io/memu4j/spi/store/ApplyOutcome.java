package io.memu4j.spi.store;

import io.memu4j.model.Watermark;
import java.util.Map;

/** What a store did with a {@link ChangeSet}. */
public sealed interface ApplyOutcome {
    /**
     * The change set is stored.
     *
     * @param watermark the state of the scope right after it
     * @param reinforced the reinforced items: from the id in the change set to the id of the stored item
     */
    record Applied(Watermark watermark, Map<String, String> reinforced) implements ApplyOutcome {
        /**
         * Copies the map.
         *
         * @param watermark the state of the scope
         * @param reinforced stored ids by new ids
         */
        public Applied {
            reinforced = Map.copyOf(reinforced);
        }
    }

    /**
     * Nothing was stored, because a row changed after the change set was planned.
     *
     * @param what what to plan again
     */
    record Stale(Cause what) implements ApplyOutcome {}

    /** What changed. If several did, the first in this order. */
    enum Cause {
        /**
         * A resource changed or was deleted, or its id or source key was taken. Or the id or position (resource, index, part) of a new
         * passage was taken. Or a cited passage, or the owner of a new passage or vector, was deleted.
         */
        SOURCE,
        /**
         * An item changed or was deleted, or its id was taken. Or another item makes its new statement. Or the item of a vector was
         * deleted.
         */
        ITEM,
        /** The text of a category changed, or its id or name was taken. Or a linked category, or the category of a vector, was deleted. */
        CATEGORY
    }
}
