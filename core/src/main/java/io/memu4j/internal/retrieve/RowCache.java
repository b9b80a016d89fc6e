package io.memu4j.internal.retrieve;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The rows of one kind that one retrieve has read, so that each is read once: ten passages often have the same source. For one thread. */
final class RowCache<T> {
    private final Map<String, T> rows = new HashMap<>();
    private final Function<Collection<String>, List<T>> read;
    private final Function<T, String> id;

    /** @param read reads rows by their ids; leaves out unknown ids */
    RowCache(Function<Collection<String>, List<T>> read, Function<T, String> id) {
        this.read = read;
        this.id = id;
    }

    /** Returns a map with the rows of the given ids, and perhaps others, by id. An id without a row has no entry. */
    Map<String, T> with(Collection<String> ids) {
        Set<String> missing = new HashSet<>(ids);
        missing.removeIf(rows::containsKey);
        if (!missing.isEmpty()) {
            read.apply(missing).forEach(row -> rows.put(id.apply(row), row));
        }
        return rows;
    }
}
