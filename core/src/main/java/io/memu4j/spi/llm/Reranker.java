package io.memu4j.spi.llm;

import java.util.List;

/**
 * A model that scores texts by how well they answer a question, such as a cross-encoder. Optional: it reads each text together with the
 * question, which costs more than a comparison of vectors, so it sees the best passages of a search only. Implementations are thread-safe.
 */
public interface Reranker {
    /** {@return the name of the model, for reports; makes no call} */
    String name();

    /**
     * Scores texts for one question. The implementation retries failures that may pass.
     *
     * @param question the question as searched
     * @param texts from one to 50
     * @return one score per text, in their order
     * @throws io.memu4j.error.MemoryException if there is no answer, or the thread is interrupted
     */
    Reranked rerank(String question, List<String> texts);
}
