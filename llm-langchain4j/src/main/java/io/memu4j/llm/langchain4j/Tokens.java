package io.memu4j.llm.langchain4j;

import dev.langchain4j.model.output.TokenUsage;
import io.memu4j.model.Usage;
import org.jspecify.annotations.Nullable;

/** Token counts as providers tell them, which may be partly or not at all. */
final class Tokens {
    private Tokens() {}

    static Usage of(@Nullable TokenUsage usage) {
        return usage == null
                ? Usage.UNKNOWN
                : Usage.of(known(usage.inputTokenCount()), known(usage.outputTokenCount()));
    }

    /** The sum of two counts; unknown where one of them is. */
    static Usage sum(Usage a, Usage b) {
        return Usage.of(sum(a.inputTokens(), b.inputTokens()), sum(a.outputTokens(), b.outputTokens()));
    }

    private static int sum(int a, int b) {
        return a < 0 || b < 0 ? -1 : a + b;
    }

    private static int known(@Nullable Integer count) {
        return count == null ? -1 : count;
    }
}
