package io.memu4j.spi.llm;

import io.memu4j.model.Usage;
import java.util.List;

/**
 * Vectors, and what they cost.
 *
 * @param vectors unit vectors, {@code float[dimension]} each, in the order of the texts
 * @param usage tokens of all requests; the output of an embedding model has none
 * @param requests how many requests it took, without repeated ones, from 0
 * @param retries requests that failed and were repeated, from 0
 */
public record Embedded(List<float[]> vectors, Usage usage, int requests, int retries) {
    public Embedded {
        vectors = List.copyOf(vectors);
    }
}
