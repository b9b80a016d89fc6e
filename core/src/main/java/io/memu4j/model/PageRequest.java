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
     * @param cursor the row after which the page starts, or null for the first page
     * @param limit how many rows a page holds at most
     * @param newestFirst whether the newest row comes first
     * @throws InvalidInputException when the limit is out of range
     */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInputException("The page limit is " + limit + ". Expected 1 to " + MAX_LIMIT + ".");
        }
    }

    /**
     * {@return a request for the first {@code limit} rows, oldest first}
     *
     * @param limit how many rows a page holds at most
     */
    public static PageRequest first(int limit) {
        return new PageRequest(null, limit, false);
    }

    /**
     * {@return a request for the last {@code limit} rows, newest first}
     *
     * @param limit how many rows a page holds at most
     */
    public static PageRequest newest(int limit) {
        return new PageRequest(null, limit, true);
    }

    /**
     * {@return a copy that starts after this cursor; null starts at the first row}
     *
     * @param nextCursor the cursor of a page, or null
     */
    public PageRequest after(@Nullable String nextCursor) {
        return new PageRequest(nextCursor, limit, newestFirst);
    }
}
