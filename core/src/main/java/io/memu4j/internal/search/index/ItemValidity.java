package io.memu4j.internal.search.index;

import io.memu4j.model.Closing;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Validity;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When an item holds, and what took its place.
 *
 * @param holds when it holds
 * @param closed whether it was closed
 * @param supersededBy the id of the item that took its place, or null
 * @param expiresAt the epoch second from which it is not found, or {@link Long#MAX_VALUE}
 */
public record ItemValidity(Validity holds, boolean closed, @Nullable String supersededBy, long expiresAt) {
    private static final ItemValidity UNBOUNDED = new ItemValidity(Validity.OPEN, false, null, Long.MAX_VALUE);

    static ItemValidity of(MemoryItem item) {
        Closing closing = item.closing();
        ItemValidity standing = new ItemValidity(
                item.holds(),
                closing != null,
                closing == null ? null : closing.supersededBy(),
                item.expiresAt() == null ? Long.MAX_VALUE : item.expiresAt().getEpochSecond());
        return standing.equals(UNBOUNDED) ? UNBOUNDED : standing;
    }

    /** Returns whether it holds at every time and stays, as most items do. */
    public boolean isUnbounded() {
        return equals(UNBOUNDED);
    }

    /** Returns whether it holds at a local time, like {@link MemoryItem#holdsAt}. */
    public boolean holdsAt(LocalDateTime time) {
        return holds.includes(time) && (!closed || holds.until() != null);
    }
}
