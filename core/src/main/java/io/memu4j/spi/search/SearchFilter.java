package io.memu4j.spi.search;

import io.memu4j.model.MemoryType;
import java.util.Map;
import java.util.Set;

/**
 * Which units may be found; all conditions hold together. A condition that a kind of unit does not have does not restrict it.
 *
 * @param types of items, any of these; empty for all
 * @param attributes of items and resources (and, through its resource, of passages): all of these
 */
public record SearchFilter(Set<MemoryType> types, Map<String, String> attributes) {
    /** Everything in the scope. */
    public static final SearchFilter ALL = new SearchFilter(Set.of(), Map.of());

    public SearchFilter {
        types = Set.copyOf(types);
        attributes = Map.copyOf(attributes);
    }
}
