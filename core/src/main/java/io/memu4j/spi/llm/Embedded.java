package io.memu4j.spi.llm;

import io.memu4j.model.Usage;
import java.util.List;

/**
 * Vectors, and what they cost.
 *
 * @param vectors unit vectors, each {@code float[dimension]}, in the order of the texts; the list is not modifiable
 * @param usage tokens of all requests; embedding models have no output tokens
 * @param requests the number of requests, without retries, from 0
 * @param retries the number of failed requests that were repeated, from 0
 */
public record Embedded(List<float[]> vectors, Usage usage, int requests, int retries) {
    /**
     * Copies the list, not the vectors.
     *
     * @param vectors one per text
     * @param usage tokens of all requests
     * @param requests without retries
     * @param retries failed requests
     */
    public Embedded {
        vectors = List.copyOf(vectors);
    }
}
