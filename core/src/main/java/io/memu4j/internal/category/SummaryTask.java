package io.memu4j.internal.category;

import io.memu4j.model.MemoryItem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One summary to write.
 *
 * @param name the category's
 * @param description the category's
 * @param oldSummary what was known, or empty
 * @param added items that are new to it, oldest first
 * @param removed items that no longer hold or no longer belong here: what the old summary says of them has to go
 * @param remaining where something was removed: items that still hold, newest first, at most a few hundred; empty otherwise
 * @param ended items of the category that hold no longer, with the time until which they held; and items whose time has passed since the
 *     summary was written
 * @param late whether what was added was said before some of what the old summary knows: a part of a source that was understood later
 * @param today the present day, which tells plans from what is past, or null
 */
public record SummaryTask(
        String name,
        String description,
        String oldSummary,
        List<MemoryItem> added,
        List<MemoryItem> removed,
        List<MemoryItem> remaining,
        List<MemoryItem> ended,
        boolean late,
        @Nullable LocalDate today) {
    /** A task in which nothing has ended, and of which the day does not matter. */
    public SummaryTask(
            String name,
            String description,
            String oldSummary,
            List<MemoryItem> added,
            List<MemoryItem> removed,
            List<MemoryItem> remaining,
            boolean late) {
        this(name, description, oldSummary, added, removed, remaining, List.of(), late, null);
    }

    public SummaryTask {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        remaining = List.copyOf(remaining);
        ended = List.copyOf(ended);
    }

    /** Returns whether there is nothing to write. */
    boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && ended.isEmpty();
    }
}
