package io.memu4j.spi.llm;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An embedding model: makes vectors of texts whose cosine measures how similar the texts are. Implementations are thread-safe. Methods
 * that call the model throw {@link io.memu4j.error.ModelException}, and {@link io.memu4j.error.ConfigurationException} if the provider
 * rejects the key or does not know the model.
 */
public interface TextEmbedder {
    /** {@return the identity of the vectors} A remote model may need one request, once, to learn its dimension. */
    EmbeddingSpace space();

    /**
     * Returns the name of the model, for reports. Never makes a request. Override it if {@link #space} may make one.
     *
     * @return the name
     */
    default String name() {
        return space().model();
    }

    /**
     * Returns the identity of the vectors if it is known without a request. Override it if {@link #space} may make one.
     *
     * @return empty until the model has revealed its dimension
     */
    default Optional<EmbeddingSpace> knownSpace() {
        return Optional.of(space());
    }

    /**
     * Embeds texts that are to be found. One or more model calls.
     *
     * @param texts not empty texts; the list may be empty
     * @return one {@code float[dimension]} of length 1 per text, in the same order
     */
    List<float[]> embedAll(List<String> texts);

    /**
     * Embeds a question, with the prefix that the model expects for questions. One model call.
     *
     * @param query the question
     * @return {@code float[dimension]} of length 1
     */
    float[] embedQuery(String query);

    /**
     * Embeds texts as {@link #embedAll} does, with the cost. Override it if the model reports its usage.
     *
     * @param texts not empty texts; the list may be empty
     * @return the vectors; by default with one request of unknown tokens
     */
    default Embedded embed(List<String> texts) {
        return new Embedded(embedAll(texts), Usage.UNKNOWN, texts.isEmpty() ? 0 : 1, 0);
    }

    /**
     * Embeds a question as {@link #embedQuery} does, with the cost. Override it if the model reports its usage.
     *
     * @param query the question
     * @return one vector; by default with one request of unknown tokens
     */
    default Embedded embedQuestion(String query) {
        return new Embedded(List.of(embedQuery(query)), Usage.UNKNOWN, 1, 0);
    }

    /**
     * Embeds several wordings of a question. Override it if the model takes several texts in one request.
     *
     * @param wordings the wordings
     * @return one vector per wording, in the same order; by default with one request each
     */
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
