package io.memu4j.internal.understand.rules;

import io.memu4j.internal.understand.Statement;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that may be kept.
 *
 * @param position its place among all sentences of the text
 * @param passageIndex the passage's place among the fresh ones
 * @param terms the sentence's content, for telling duplicates
 */
record StatementCandidate(
        int position,
        int passageIndex,
        MemoryType type,
        double score,
        String text,
        List<String> terms,
        @Nullable HappenedAt happenedAt,
        List<String> passageIds) {
    Statement statement() {
        return new Statement(type, text, happenedAt, passageIds, List.of());
    }
}
