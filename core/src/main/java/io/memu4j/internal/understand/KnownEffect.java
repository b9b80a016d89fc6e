package io.memu4j.internal.understand;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a statement means for known ones.
 *
 * @param replaces ids of items that do not hold any more, because the statement says what holds instead
 * @param ends ids of items that are over, as the statement says
 * @param sameAs the id of an item that the statement only says again, or null
 */
public record KnownEffect(List<String> replaces, List<String> ends, @Nullable String sameAs) {
    /** No effect. */
    public static final KnownEffect NONE = new KnownEffect(List.of(), List.of(), null);

    public KnownEffect {
        replaces = List.copyOf(replaces);
        ends = List.copyOf(ends);
    }

    /** Returns both effects. */
    public KnownEffect and(KnownEffect other) {
        return new KnownEffect(
                union(replaces, other.replaces), union(ends, other.ends), sameAs == null ? other.sameAs : sameAs);
    }

    private static List<String> union(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
