package io.memu4j.spi.store;

import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import java.util.Set;

/**
 * Receives what a scope holds or what changed in it, row by row, in the order of the methods. Called in a database transaction: it must
 * not call a model, the network or the store.
 */
public interface ChangeReader {
    /** Discards what was read before: it belongs to another incarnation, and the whole scope follows. Called first or not at all. */
    void startAnew();

    /**
     * Keeps only these rows of what was read before, because others were deleted. Called for every kind, before the rows, or not at all.
     *
     * @param kind the kind of row
     * @param ids the receiver may keep and change this set
     */
    void remaining(OwnerKind kind, Set<String> ids);

    /**
     * Receives a new or changed resource.
     *
     * @param resource the stored row
     */
    void resource(Resource resource);

    /**
     * Receives a new passage.
     *
     * @param passage the stored row
     */
    void passage(Passage passage);

    /**
     * Receives a new or changed category.
     *
     * @param category the stored row
     */
    void category(Category category);

    /**
     * Receives a new or changed item with all citations and links, also if only those changed.
     *
     * @param item the stored row
     */
    void item(MemoryItem item);

    /**
     * Receives a new or replaced vector of the scope's active space.
     *
     * @param embedding the stored vector; do not change it
     */
    void embedding(Embedding embedding);
}
