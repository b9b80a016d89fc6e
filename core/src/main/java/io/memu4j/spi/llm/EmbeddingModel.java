package io.memu4j.spi.llm;

import io.memu4j.model.EmbeddingSpace;
import java.util.List;

/**
 * Turns text into vectors whose cosine tells how alike texts are. Thread-safe. Failures are {@link io.memu4j.error.ModelException}s.
 */
public interface EmbeddingModel {
    /** The identity of the vectors. */
    EmbeddingSpace space();

    /**
     * One unit vector per text that is to be found, in the same order; one or more model calls.
     *
     * @return {@code float[dimension]} each, of length 1
     */
    List<float[]> embedAll(List<String> texts);

    /**
     * The unit vector of a question, made as the model wants questions to be made; one model call.
     *
     * @return {@code float[dimension]}, of length 1
     */
    float[] embedQuery(String query);
}
