package io.memu4j.store.memory;

import java.util.Map;
import java.util.Objects;

/** A stored value and the revision that wrote it. */
record Row<T>(T value, long revision) {
    /** The value of an id that an index named. */
    static <T> T indexed(Map<String, Row<T>> rows, String id) {
        return Objects.requireNonNull(rows.get(id), "indexed row").value();
    }
}
