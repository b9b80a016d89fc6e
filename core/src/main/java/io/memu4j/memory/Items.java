package io.memu4j.memory;

import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import java.util.List;
import java.util.Optional;

/** The remembered statements of one scope. Thread-safe. */
public interface Items {
    Optional<MemoryItem> get(String id);

    /** The passages that prove an item, by resource and place; empty when there is no such item or nothing is cited. */
    List<Passage> passages(String id);

    /** A part of the items that fit, in the order of their creation. */
    Page<MemoryItem> list(ItemFilter filter, PageRequest page);

    /**
     * Remembers a statement of the application's own. If it is known already, that item is reinforced and returned.
     *
     * @throws io.memu4j.error.InvalidInputException when it names a category that is neither configured nor stored
     */
    MemoryItem create(NewItem item);

    /**
     * Changes a statement. A changed text is embedded anew and keeps its links and citations.
     *
     * @return the item as stored
     * @throws io.memu4j.error.NotFoundException when the scope has no such item
     * @throws io.memu4j.error.VersionConflictException when the update expects another version than the stored one
     * @throws io.memu4j.error.InvalidInputException when another item makes the new statement already
     */
    MemoryItem update(String id, ItemUpdate update);

    /** {@link #delete(String, boolean)} with summaries that follow. */
    default boolean delete(String id) {
        return delete(id, true);
    }

    /**
     * Forgets a statement.
     *
     * @param propagate whether the summaries it fed are written anew without it, in the same transaction
     * @return whether there was one
     */
    boolean delete(String id, boolean propagate);
}
