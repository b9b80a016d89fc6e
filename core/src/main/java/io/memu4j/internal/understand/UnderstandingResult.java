package io.memu4j.internal.understand;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text says.
 *
 * @param caption one or two full sentences, or null when none was asked for
 * @param statements in the order of the text, without duplicates
 * @param gaps what was not understood, in the order of the text; empty when nothing is missing
 */
public record UnderstandingResult(@Nullable String caption, List<Statement> statements, List<MissingRange> gaps) {
    public UnderstandingResult {
        statements = List.copyOf(statements);
        gaps = List.copyOf(gaps);
    }

    /** What was not understood and why, as it is kept, or null when nothing is missing. */
    public @Nullable String missing() {
        return MissingRange.text(gaps);
    }

    /** The same under a caption that is known already. */
    public UnderstandingResult withCaption(String known) {
        return new UnderstandingResult(known, statements, gaps);
    }
}
