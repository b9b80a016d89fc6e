package io.memu4j.model;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One entry in the history of an item. Entries outlive the item; the words they keep do not.
 *
 * @param id a UUID of version 7 in lower case, 36 characters
 * @param itemId the item
 * @param kind what happened
 * @param at when. Stores keep microseconds
 * @param actor who did it: the displayed name of a source, or {@link #CALLER} for the application
 * @param before the statement before an edit; null for other kinds, and once the item is deleted
 * @param reason why the item was superseded or ended, or null
 */
public record ItemEvent(
        String id,
        String itemId,
        Kind kind,
        Instant at,
        String actor,
        @Nullable String before,
        @Nullable String reason) {
    /** The actor of what the application does itself. */
    public static final String CALLER = "caller";

    /** What happened to an item. */
    public enum Kind {
        /** It was made. */
        CREATED,
        /** It was stated again. */
        REINFORCED,
        /** A person or the application changed it. */
        EDITED,
        /** Another statement took its place, or it ended. */
        SUPERSEDED,
        /** It holds again. */
        REOPENED,
        /** It was deleted. */
        DELETED;

        /** {@return the name in lower case, as stored and written in results} */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * {@return the event about another item, as a store records it when a new item only repeats that one}
     *
     * @param storedItemId the id under which another writer had stored the item
     */
    public ItemEvent repeating(String storedItemId) {
        return new ItemEvent(
                id, storedItemId, kind == Kind.CREATED ? Kind.REINFORCED : kind, at, actor, before, reason);
    }

    /** {@return a copy without the words it keeps} */
    public ItemEvent withoutWords() {
        return new ItemEvent(id, itemId, kind, at, actor, null, reason);
    }

    /** Shows no text. */
    @Override
    public String toString() {
        return "ItemEvent[" + itemId + ", " + kind.key() + "]";
    }
}
