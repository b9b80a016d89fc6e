package io.memu4j.model;

import io.memu4j.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list: rows in the order of creation time and id, after a cursor.
 *
 * @param cursor {@link Page#next} of the page before, or null for the first
 * @param limit 1 to {@link #MAX_LIMIT} rows
 * @param newestFirst whether the order is reversed
 */
public record PageRequest(@Nullable String cursor, int limit, boolean newestFirst) {
    /** The most rows of one page. */
    public static final int MAX_LIMIT = 1_000;

    /**
     * Checks the limit. The cursor is checked when the page is read.
     *
     * @throws InvalidInputException when the limit is out of range
     */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInputException("The page limit is " + limit + ". Expected 1 to " + MAX_LIMIT + ".");
        }
    }

    /** Returns a request for the first {@code limit} rows, oldest first. */
    public static PageRequest first(int limit) {
        return new PageRequest(null, limit, false);
    }

    /** Returns a request for the last {@code limit} rows, newest first. */
    public static PageRequest newest(int limit) {
        return new PageRequest(null, limit, true);
    }

    /** Returns a copy that starts after this cursor; null starts at the first row. */
    public PageRequest after(@Nullable String nextCursor) {
        return new PageRequest(nextCursor, limit, newestFirst);
    }
}
