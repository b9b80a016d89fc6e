package io.memu4j.internal.understand;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text says.
 *
 * @param caption one or two full sentences, or null when none was asked for
 * @param statements in the order of the text, without duplicates
 * @param gaps what was not understood, in the order of the text; empty when nothing is missing
 * @param leftOut how many statements of a model do not count and why, a line for each answer; without text of the source
 */
public record UnderstandingResult(
        @Nullable String caption, List<Statement> statements, List<MissingRange> gaps, List<String> leftOut) {
    public UnderstandingResult {
        statements = List.copyOf(statements);
        gaps = List.copyOf(gaps);
        leftOut = List.copyOf(leftOut);
    }

    /** A result of which nothing was left out. */
    public UnderstandingResult(@Nullable String caption, List<Statement> statements, List<MissingRange> gaps) {
        this(caption, statements, gaps, List.of());
    }

    /** What was not understood and why, as it is kept, or null when nothing is missing. */
    public @Nullable String missing() {
        return MissingRange.text(gaps);
    }

    /** The same under a caption that is known already. */
    public UnderstandingResult withCaption(String known) {
        return new UnderstandingResult(known, statements, gaps, leftOut);
    }
}
