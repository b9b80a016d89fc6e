package io.memu4j.internal.retrieve;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Rows of one kind that one retrieve has read, each once: the source of ten passages is mostly among the sources found. One thread. */
final class RowCache<T> {
    private final Map<String, T> rows = new HashMap<>();
    private final Function<Collection<String>, List<T>> read;
    private final Function<T, String> id;

    /** @param read reads rows by their ids; those that are not there are missing in its answer */
    RowCache(Function<Collection<String>, List<T>> read, Function<T, String> id) {
        this.read = read;
        this.id = id;
    }

    /** Those rows by id, and maybe others; a row that is not there is missing. */
    Map<String, T> with(Collection<String> ids) {
        Set<String> missing = new HashSet<>(ids);
        missing.removeIf(rows::containsKey);
        if (!missing.isEmpty()) {
            read.apply(missing).forEach(row -> rows.put(id.apply(row), row));
        }
        return rows;
    }
}
