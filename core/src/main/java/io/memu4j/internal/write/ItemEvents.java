package io.memu4j.internal.write;

import io.memu4j.internal.value.IdSource;
import io.memu4j.internal.write.PendingWrite.PendingItem;
import io.memu4j.model.Closing;
import io.memu4j.model.ItemEvent;
import io.memu4j.model.ItemEvent.Kind;
import io.memu4j.model.MemoryItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The history that a write adds: what happens to each of its items. */
final class ItemEvents {
    private final IdSource ids;
    private final String actor;
    private final Instant now;
    private final List<ItemEvent> events = new ArrayList<>();

    private ItemEvents(IdSource ids, String actor, Instant now) {
        this.ids = ids;
        this.actor = actor;
        this.now = now;
    }

    static List<ItemEvent> of(PendingWrite write, IdSource ids, Instant now) {
        ItemEvents history = new ItemEvents(ids, write.actor(), now);
        write.items().forEach(history::take);
        write.deletedItems().forEach(item -> history.add(item, Kind.DELETED, null, null));
        return history.events;
    }

    private void take(PendingItem pending) {
        MemoryItem item = pending.item();
        MemoryItem before = pending.before();
        if (before == null) {
            add(item, Kind.CREATED, null, null);
            closing(null, item);
            return;
        }
        if (item.reinforcements() > before.reinforcements()) {
            add(item, Kind.REINFORCED, null, null);
        }
        boolean stands = Objects.equals(item.closing(), before.closing());
        if (edits(before, item) || (stands && item.origin() != before.origin())) {
            boolean reworded = !item.summary().equals(before.summary());
            add(item, Kind.EDITED, reworded ? before.summary() : null, null);
        }
        closing(before.closing(), item);
    }

    private static boolean edits(MemoryItem before, MemoryItem after) {
        return !after.summary().equals(before.summary())
                || !after.type().equals(before.type())
                || !after.attributes().equals(before.attributes())
                || !Objects.equals(after.expiresAt(), before.expiresAt())
                || !Objects.equals(after.happenedAt(), before.happenedAt());
    }

    private void closing(@Nullable Closing before, MemoryItem item) {
        Closing after = item.closing();
        if (after != null && !after.equals(before)) {
            add(item, Kind.SUPERSEDED, null, after.reason());
        } else if (after == null && before != null) {
            add(item, Kind.REOPENED, null, null);
        }
    }

    private void add(MemoryItem item, Kind kind, @Nullable String before, @Nullable String reason) {
        events.add(new ItemEvent(ids.next(), item.id(), kind, now, actor, before, reason));
    }
}
