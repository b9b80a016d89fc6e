package io.memu4j.internal.understand.chat;

import io.memu4j.internal.understand.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an answer about one window turned out to be. */
sealed interface Extraction {
    /**
     * All of it was read; possibly there was nothing to note.
     *
     * @param leftOut which entries do not count and why, or empty
     */
    record Found(@Nullable String caption, List<Statement> statements, String leftOut) implements Extraction {}

    /** Its beginning was read. */
    record Partial(@Nullable String caption, List<Statement> statements, boolean cutOff, String reason)
            implements Extraction {}

    /** Nothing of it counts. */
    record Unusable(String reason) implements Extraction {}
}
