package io.memu4j.spi.search;

import io.memu4j.model.MemoryScope;
import io.memu4j.model.SearchFilter;
import java.util.List;

/** Finds what in a scope is relevant to a query. Thread-safe. */
public interface ScopeSearcher {
    /**
     * The best units of one kind, best first, as of the scope's present revision: a write acknowledged before the call is seen.
     *
     * @return at most {@code k} hits, ids unique; empty for a scope without such units
     * @throws io.memu4j.error.EmbeddingSpaceMismatchException when the query's vector is of another space than the scope's vectors
     */
    List<SearchHit> search(MemoryScope scope, SearchQuery query, SearchFilter filter, int k);

    /**
     * The question without the names of those who speak in the scope. What somebody said is nearer in meaning to a question that does not
     * name him; the vector of a question is the mean of those of both wordings.
     *
     * @return the question itself where it names no speaker, or where nothing else is left of it
     */
    default String withoutSpeakers(MemoryScope scope, String question) {
        return question;
    }
}
