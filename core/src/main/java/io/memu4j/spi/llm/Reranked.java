package io.memu4j.spi.llm;

import io.memu4j.model.Usage;
import java.util.List;

/**
 * Scores of texts for a question, and what they cost.
 *
 * @param scores in the order of the texts, higher is better, in any range; not modifiable
 * @param usage tokens of the attempt that succeeded
 * @param retries attempts that failed before, from 0
 */
public record Reranked(List<Double> scores, Usage usage, int retries) {
    /**
     * Copies the list.
     *
     * @param scores one per text
     * @param usage tokens
     * @param retries failed attempts
     */
    public Reranked {
        scores = List.copyOf(scores);
    }
}
