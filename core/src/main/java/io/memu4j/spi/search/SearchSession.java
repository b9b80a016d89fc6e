package io.memu4j.spi.search;

import io.memu4j.model.Watermark;

/**
 * Searches of one revision of one scope. Everything found in a session is of that revision, however long it stays open and whatever is
 * written meanwhile. An open session blocks neither writers nor other sessions; it may keep a copy of the index in the heap, so close it
 * soon. Used by one thread at a time.
 */
public interface SearchSession extends AutoCloseable {
    /** {@return the incarnation and the revision that are searched} */
    Watermark watermark();

    /**
     * Returns the question without the names of people who speak in the scope. A statement is closer in meaning to a question that does
     * not name its speaker. Compare a question by the mean of the vectors of both wordings.
     *
     * @param question the question in words
     * @return the question itself if it names no speaker, or if nothing else would remain
     */
    String withoutSpeakers(String question);

    /**
     * Analyses a question once for all kinds of units. A session takes several questions, one after the other.
     *
     * @param query the question
     * @return to be used while this session is open
     * @throws io.memu4j.error.EmbeddingSpaceMismatchException if the vector of the query is of another space than the vectors of the
     *     scope
     */
    PreparedQuestion prepare(SearchQuery query);

    /** Releases the revision. Questions of this session must not be used afterwards. */
    @Override
    void close();
}
