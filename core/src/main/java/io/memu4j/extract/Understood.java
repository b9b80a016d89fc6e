package io.memu4j.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text says.
 *
 * @param caption one or two full sentences, or null when none was asked for
 * @param statements in the order of the text, without duplicates
 * @param missing what was not understood and why, or null when nothing is missing
 */
public record Understood(@Nullable String caption, List<Statement> statements, @Nullable String missing) {
    public Understood {
        statements = List.copyOf(statements);
    }

    /** The same under a caption that is known already. */
    public Understood withCaption(String known) {
        return new Understood(known, statements, missing);
    }
}
