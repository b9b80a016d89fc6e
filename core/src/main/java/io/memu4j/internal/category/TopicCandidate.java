package io.memu4j.internal.category;

import io.memu4j.model.MemoryType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement to be linked to categories.
 *
 * @param vector {@code float[dimension]} of the statement's text, of length 1, or null where there is no embedding model
 * @param suggested names of categories that were named with it, or empty
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record TopicCandidate(MemoryType type, String text, float @Nullable [] vector, List<String> suggested) {
    // spelled out, because NullAway does not see the annotation of an array in a compact constructor
    public TopicCandidate(MemoryType type, String text, float @Nullable [] vector, List<String> suggested) {
        this.type = type;
        this.text = text;
        this.vector = vector;
        this.suggested = List.copyOf(suggested);
    }

    @Override
    public String toString() {
        return "Candidate[" + type.name() + ", " + text.length() + " characters]";
    }
}
