package io.memu4j.store.jpa.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Cuts what goes into one statement: databases bound the number of parameters. */
public final class Chunks {
    private static final int SIZE = 512;

    private Chunks() {}

    /**
     * Shows {@code each} all of {@code values} without repetitions, at most 512 at a time; nothing when there are none. What contains NUL
     * is left out: no database stores it, and not every one can be asked for it.
     */
    public static void of(Collection<String> values, Consumer<List<String>> each) {
        List<String> distinct = values.stream()
                .filter(value -> value.indexOf('\0') < 0)
                .distinct()
                .toList();
        for (int from = 0; from < distinct.size(); from += SIZE) {
            each.accept(distinct.subList(from, Math.min(distinct.size(), from + SIZE)));
        }
    }

    /** Returns whether that many values fit into one statement. */
    public static boolean areOne(Collection<String> values) {
        return values.size() <= SIZE;
    }

    /** All that {@code query} finds for {@code values}. */
    public static <R> List<R> collect(Collection<String> values, Function<List<String>, List<R>> query) {
        List<R> found = new ArrayList<>();
        of(values, chunk -> found.addAll(query.apply(chunk)));
        return found;
    }
}
