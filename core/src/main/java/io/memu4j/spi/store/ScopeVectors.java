package io.memu4j.spi.store;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.Watermark;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Access to the vectors of one scope apart from the writes that make them. It completes a space, or prepares another one and switches to
 * it. Readers see the vectors of the active space only. Thread-safe; each method is one transaction. Failures are {@link
 * io.memu4j.error.StoreException}s.
 *
 * <p>These rows can have a vector: every passage, item and category, and every resource with a caption.
 */
public interface ScopeVectors {
    /** {@return the number of vectors by space, the active one included} Counts rows. */
    Map<EmbeddingSpace, Long> bySpace();

    /**
     * Returns rows without a usable vector in a space. Either they have none, or the space is not the active one and their vector is
     * older than their last change.
     *
     * @param kind the kind of row
     * @param space the space
     * @param after where to continue, exclusive, or null for the beginning
     * @param limit the maximum number, from 1
     * @return ids in ascending order
     */
    List<String> missing(OwnerKind kind, EmbeddingSpace space, @Nullable String after, int limit);

    /**
     * Counts the rows of all kinds without a usable vector in a space. Reads as many keys as there are rows.
     *
     * @param space the space
     * @return the number
     */
    long countMissing(EmbeddingSpace space);

    /**
     * Writes vectors of rows as they were at a watermark. A vector is skipped if its row changed or was deleted after that. In the active
     * space it is also skipped if the row has a vector already; in another space it replaces that vector. Only vectors of the active
     * space raise the revision.
     *
     * @param vectors all of one space
     * @param asOf {@link ScopeStore#watermark} from before the texts were read
     * @return the number written; 0 if the scope has another incarnation now
     */
    int add(List<Embedding> vectors, Watermark asOf);

    /**
     * Makes a space the active one, if no row lacks a vector in it. The revision rises and the scope gets a new incarnation, so that
     * every reader starts anew.
     *
     * @param space the space
     * @return whether it is the active space now; false if a row lacks a vector or there is no such scope, and nothing was changed
     */
    boolean activate(EmbeddingSpace space);

    /**
     * Deletes vectors of a space that is not the active one; none of the active one. Does not raise the revision.
     *
     * @param space the space
     * @param limit the maximum number, from 1
     * @return the number deleted
     */
    int discard(EmbeddingSpace space, int limit);

    /**
     * Deletes vectors of any space whose row does not exist. No write of this version leaves such vectors behind. Does not raise the
     * revision.
     *
     * @param limit the maximum number; 0 only counts
     * @return the number deleted, or with a limit of 0 the number that exist
     */
    long strays(int limit);
}
