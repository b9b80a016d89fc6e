package io.memu4j.spi.store;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.Watermark;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of one scope beside the writes that make them: to complete a space, or to prepare another one and then change over to it.
 * Readers see the vectors of the active space alone. Thread-safe; each method is one transaction.
 *
 * <p>What can have a vector: every passage, item and category, and every resource with a caption.
 */
public interface ScopeVectors {
    /** How many vectors there are of each space, the active one included. Counts rows. */
    Map<EmbeddingSpace, Long> bySpace();

    /**
     * Ids of that kind that lack a vector in that space, in ascending order: they have none, or, where the space is not the active one, the
     * one they have is older than their last change.
     *
     * @param after where to go on, exclusive, or null for the beginning
     * @param limit at most so many, from 1
     */
    List<String> missing(OwnerKind kind, EmbeddingSpace space, @Nullable String after, int limit);

    /** How many lack a vector in that space. Reads keys, as many as there are units. */
    long countMissing(EmbeddingSpace space);

    /**
     * Writes vectors made of what was stored at {@code asOf}. Passed over is a vector whose owner changed or went since, and, where the
     * space is the active one, one whose owner has a vector already; in another space it replaces the one that is there. Vectors of the
     * active space count as a change of the scope, those of another one do not.
     *
     * @param vectors all of one space
     * @param asOf {@link ScopeStore#watermark} of before the texts were read
     * @return how many were written; none where the scope is of another incarnation by now
     */
    int add(List<Embedding> vectors, Watermark asOf);

    /**
     * Makes that space the active one, if nothing lacks a vector in it. The revision rises and the scope gets a new incarnation, so that
     * whoever follows it starts anew.
     *
     * @return whether it is the active one now; false, and nothing changed, while something lacks a vector or there is no such scope
     */
    boolean activate(EmbeddingSpace space);

    /**
     * Deletes vectors of a space that is not the active one; of the active one none. Not a change of the scope.
     *
     * @param limit at most so many, from 1
     * @return how many were deleted
     */
    int discard(EmbeddingSpace space, int limit);

    /**
     * Deletes vectors of any space whose owner does not exist, which no write of this code leaves behind. Not a change of the scope.
     *
     * @param limit at most so many; 0 only counts
     * @return how many were deleted, or with a limit of 0 how many there are
     */
    long strays(int limit);
}
