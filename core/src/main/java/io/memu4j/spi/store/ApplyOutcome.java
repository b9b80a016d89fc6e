package io.memu4j.spi.store;

import io.memu4j.model.Watermark;
import java.util.Map;

/** What became of a {@link ChangeSet}. */
public sealed interface ApplyOutcome {
    /**
     * It is stored.
     *
     * @param watermark the scope's state right after it
     * @param reinforced for every new item that was already known: its id in the change set to the id of the item it reinforced
     */
    record Applied(Watermark watermark, Map<String, String> reinforced) implements ApplyOutcome {
        public Applied {
            reinforced = Map.copyOf(reinforced);
        }
    }

    /**
     * Nothing was stored, because something changed since the change set was planned.
     *
     * @param what what to plan anew
     */
    record Stale(Cause what) implements ApplyOutcome {}

    /** What moved; where several did, the first of this order. */
    enum Cause {
        /**
         * A resource changed, went, or its id or source key was taken; a new passage's id or place (resource, index, part) was taken; a
         * passage that is cited, or the resource or passage that a new passage or vector belongs to, went.
         */
        SOURCE,
        /** An item changed or went, its id was taken, or its new statement is another item's; the item of a vector went. */
        ITEM,
        /** A category's text changed, or its id or name was taken; a category that is linked, or that of a vector, went. */
        CATEGORY
    }
}
