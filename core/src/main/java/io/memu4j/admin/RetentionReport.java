package io.memu4j.admin;

import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import java.util.List;
import java.util.Locale;

/**
 * What a retention policy deleted, or would delete.
 *
 * @param dryRun whether nothing was deleted
 * @param items the items, by memory
 */
public record RetentionReport(boolean dryRun, List<Dropped> items) {
    /**
     * Copies the list.
     *
     * @param dryRun whether nothing was deleted
     * @param items the items
     */
    public RetentionReport {
        items = List.copyOf(items);
    }

    /** Why an item goes. */
    public enum Reason {
        /** Its {@link MemoryItem#expiresAt} has passed. */
        EXPIRED,
        /** It was last said too long ago. */
        AGE,
        /** The memory has too many items, and this was said longest ago. */
        NUMBER;

        /** {@return the name in lower case} */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An item that goes.
     *
     * @param scope its memory
     * @param item as it was
     * @param reason why
     */
    public record Dropped(MemoryScope scope, MemoryItem item, Reason reason) {}

    /** Shows the number of items and no text. */
    @Override
    public String toString() {
        return "RetentionReport[" + items.size() + " items" + (dryRun ? ", dry run" : "") + "]";
    }
}
