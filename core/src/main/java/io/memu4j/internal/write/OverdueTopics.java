package io.memu4j.internal.write;

import io.memu4j.model.HappenedAt;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.PageRequest;
import io.memu4j.spi.store.ScopeStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds summaries that the calendar made outdated since they were written: an item has expired, or, where a model tells plans in its own
 * words, the time of an item has passed. They are written again with the next source, because a library has no timer.
 */
final class OverdueTopics {
    /** The newest items, which are looked at with one read. */
    private static final int NEWEST = 200;

    private OverdueTopics() {}

    /** @param plans whether summaries tell plans as plans; the rules tell what was said with its day, which stays true */
    static void addTo(SummaryChanges changes, ScopeStore store, Instant now, boolean plans) {
        Set<String> touched = changes.touched();
        List<MemoryItem> items =
                store.items(ItemFilter.ALL, PageRequest.newest(NEWEST)).rows();
        for (MemoryItem item : items) {
            Instant expires = item.expiresAt();
            Instant past = item.closing() == null && plans ? endOf(item.happenedAt()) : null;
            for (String category : item.categoryIds()) {
                Instant written = changes.writtenAt(category);
                if (written != null && isBetween(written, expires, now)) {
                    changes.overdue(category, item, true, touched);
                } else if (written != null && isBetween(written, past, now)) {
                    changes.overdue(category, item, false, touched);
                }
            }
        }
    }

    private static @Nullable Instant endOf(@Nullable HappenedAt time) {
        return time == null ? null : time.end().toInstant(ZoneOffset.UTC);
    }

    private static boolean isBetween(Instant from, @Nullable Instant moment, Instant to) {
        return moment != null && moment.isAfter(from) && !moment.isAfter(to);
    }
}
