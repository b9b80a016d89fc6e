package io.memu4j.spi.store;

import java.util.Map;

/** What became of a {@link ChangeSet}. */
public sealed interface ApplyOutcome {
    /**
     * It is stored.
     *
     * @param watermark the scope's state right after it
     * @param reinforced for every new item that was already known: its id in the change set to the id of the stored one
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
        /** A resource changed, went, or its source key was taken; or a passage that is cited, linked or extended went. */
        SOURCE,
        /** An item changed or went, or its new statement is another item's. */
        ITEM,
        /** A category's text changed, or its name was taken. */
        CATEGORY
    }
}
