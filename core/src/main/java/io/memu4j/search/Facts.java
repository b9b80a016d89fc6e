package io.memu4j.search;

import io.memu4j.model.MemoryType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the index knows of a unit beside its words and its vector. */
sealed interface Facts {
    /**
     * Of a passage.
     *
     * @param asks whether it ends as a question
     */
    record OfPassage(String resourceId, int index, int part, @Nullable String speaker, boolean asks) implements Facts {}

    /**
     * Of an item.
     *
     * @param reinforcedAt epoch second
     */
    record OfItem(MemoryType type, Map<String, String> attributes, int reinforcements, long reinforcedAt)
            implements Facts {}

    /** Of a category: nothing. */
    record OfCategory() implements Facts {}

    /** Of a resource. */
    record OfResource(Map<String, String> attributes) implements Facts {}
}
