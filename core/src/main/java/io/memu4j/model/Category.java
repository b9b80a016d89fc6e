package io.memu4j.model;

import java.time.Instant;
import java.util.Locale;

/**
 * A topic with a running summary of the items linked to it.
 *
 * @param id UUIDv7, lower case
 * @param version 0 before it is stored, grows by one with every change of its text
 * @param name 1 to 255 characters; unique in a scope without regard to case
 * @param description what belongs here
 * @param summary markdown, empty while nothing is linked
 */
public record Category(
        String id,
        long version,
        String name,
        String description,
        String summary,
        Instant createdAt,
        Instant updatedAt) {

    /** The name as compared within a scope. */
    public String nameKey() {
        return nameKey(name);
    }

    /** {@code name} as compared within a scope. */
    public static String nameKey(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Category[" + id + "]";
    }
}
