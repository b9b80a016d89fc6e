package io.memu4j.spi.llm;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns text into vectors whose cosine tells how alike texts are. Thread-safe. Failures are {@link io.memu4j.error.ModelException}s, and
 * {@link io.memu4j.error.ConfigurationException}s where the provider refuses the key or does not know the model.
 */
public interface TextEmbedder {
    /** The identity of the vectors. A remote model may have to be asked for its dimension: that is one request, once. */
    EmbeddingSpace space();

    /** The model's name, for accounts; never a request. To be overridden where {@link #space} may be one. */
    default String name() {
        return space().model();
    }

    /**
     * The identity of the vectors where it is known without a request. To be overridden where {@link #space} may be one: empty until the
     * model said or made something.
     */
    default Optional<EmbeddingSpace> knownSpace() {
        return Optional.of(space());
    }

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

    /** {@link #embedAll} with what it cost; where a model does not tell, one request of unknown tokens. */
    default Embedded embed(List<String> texts) {
        return new Embedded(embedAll(texts), Usage.UNKNOWN, texts.isEmpty() ? 0 : 1, 0);
    }

    /** {@link #embedQuery} with what it cost; where a model does not tell, one request of unknown tokens. */
    default Embedded embedQuestion(String query) {
        return new Embedded(List.of(embedQuery(query)), Usage.UNKNOWN, 1, 0);
    }

    /** {@link #embedQuestion} for several wordings at once; a model that takes several texts in one request should say so here. */
    default Embedded embedQuestions(List<String> wordings) {
        List<float[]> vectors = new ArrayList<>();
        int requests = 0;
        int retries = 0;
        for (String wording : wordings) {
            Embedded one = embedQuestion(wording);
            vectors.addAll(one.vectors());
            requests += one.requests();
            retries += one.retries();
        }
        return new Embedded(vectors, Usage.UNKNOWN, requests, retries);
    }
}
