package io.memu4j.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param <T> the type of the rows
 * @param rows the rows in the order asked for; unmodifiable, empty where there are none
 * @param next cursor of the following page, or null when this is the last
 */
public record Page<T>(List<T> rows, @Nullable String next) {
    /**
     * Copies the list.
     *
     * @param rows the rows in their order; copied
     * @param next the cursor of the following page, or null
     */
    public Page {
        rows = List.copyOf(rows);
    }
}
