package io.memu4j.store.memory;

import io.memu4j.model.Cursor;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Cuts a page out of rows in keyset order. */
final class Paging {
    private Paging() {}

    /**
     * @param order places to ids, in order
     * @param row the value of an id
     * @param place the place of a value
     */
    static <T> Page<T> page(
            NavigableMap<Cursor, String> order,
            Function<String, T> row,
            Function<T, Cursor> place,
            Predicate<T> wanted,
            PageRequest request) {
        NavigableMap<Cursor, String> directed = request.newestFirst() ? order.descendingMap() : order;
        Cursor after = Cursor.parse(request.cursor());
        NavigableMap<Cursor, String> rest = after == null ? directed : directed.tailMap(after, false);
        List<T> found = rest.values().stream()
                .map(row)
                .filter(wanted)
                .limit(request.limit() + 1L)
                .toList();
        if (found.size() <= request.limit()) {
            return new Page<>(found, null);
        }
        List<T> rows = found.subList(0, request.limit());
        return new Page<>(rows, place.apply(rows.get(rows.size() - 1)).text());
    }
}
