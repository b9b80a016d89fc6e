package io.memu4j.spi.store;

import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import java.util.Set;

/**
 * Takes in what a scope holds or what changed in it, row by row, in the order of the methods. Called within a database transaction: no
 * model, no network, no call back into the store.
 */
public interface ChangeReader {
    /** What was read before belongs to another incarnation; the whole scope follows. Called first or not at all. */
    void startAnew();

    /**
     * Something was deleted since: of what was read before, only these are left. Called for every kind, before the rows, or not at all.
     *
     * @param ids owned by the receiver
     */
    void remaining(OwnerKind kind, Set<String> ids);

    void resource(Resource resource);

    void passage(Passage passage);

    void category(Category category);

    /** An item with all its citations and links, also when only those changed. */
    void item(MemoryItem item);

    /** A vector of the scope's active space. */
    void embedding(Embedding embedding);
}
