package io.memu4j.retrieve;

/** Whether a {@link io.memu4j.spi.llm.Reranker} ordered the passages of a result. */
public enum Reranking {
    /** There is none, or it was not asked: for a question without a topic, a rank by a chat model, or fewer than two passages. */
    NONE,
    /** It took part in the rank of the first passages. */
    DONE,
    /** It gave no usable answer. The passages are in the order of the search. */
    FAILED
}
