package io.memu4j.retrieve;

import io.memu4j.model.MemoryItem;
import io.memu4j.model.TimeBound;
import java.util.ArrayList;
import java.util.List;

/** Until when an item holds, for a reader of a prompt. */
final class ItemStanding {
    private ItemStanding() {}

    /** Returns a remark in brackets after a blank; empty where nothing is known. */
    static String of(MemoryItem item) {
        List<String> parts = new ArrayList<>();
        TimeBound until = item.holds().until();
        if (until != null) {
            parts.add("until " + until.at().toLocalDate());
        }
        if (item.closing() != null) {
            parts.add("no longer holds");
        }
        return parts.isEmpty() ? "" : " [" + String.join(", ", parts) + "]";
    }
}
