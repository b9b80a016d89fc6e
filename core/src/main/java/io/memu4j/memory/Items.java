package io.memu4j.memory;

import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import java.util.List;
import java.util.Optional;

/** The remembered statements of one scope. Thread-safe. An id of another scope is unknown. */
public interface Items {
    /**
     * Returns an item.
     *
     * @param id its id
     * @return the item, or empty if the scope has none with this id
     */
    Optional<MemoryItem> get(String id);

    /**
     * Returns the passages that an item cites.
     *
     * @param id the id of the item
     * @return by resource and position; empty if there is no such item or it cites nothing
     */
    List<Passage> passages(String id);

    /**
     * Returns a page of the items that pass a filter, in the order of their creation.
     *
     * @param filter which items
     * @param page where to continue, and how many
     * @return the page
     */
    Page<MemoryItem> list(ItemFilter filter, PageRequest page);

    /**
     * Adds a statement. If the scope has the same statement, that item is reinforced and returned instead. One transaction. Costs one
     * embedding call, and the calls of the summaries that change.
     *
     * @param item the statement
     * @return the item as stored
     * @throws io.memu4j.error.InvalidInputException if it names a category that is neither configured nor stored
     * @throws io.memu4j.error.StoreException if the database fails; nothing was written, unless it is
     *     {@link io.memu4j.error.StoreException#afterWrite}
     */
    MemoryItem create(NewItem item);

    /**
     * Changes a statement in one transaction. A changed text is embedded again and keeps its links and citations. Costs one embedding
     * call for a new text, and the calls of the summaries that change.
     *
     * @param id the id of the item
     * @param update the change
     * @return the item as stored
     * @throws io.memu4j.error.NotFoundException if the scope has no such item
     * @throws io.memu4j.error.VersionConflictException if the update expects another version than the stored one
     * @throws io.memu4j.error.InvalidInputException if another item makes the new statement already
     * @throws io.memu4j.error.StoreException if the database fails; nothing was written, unless it is
     *     {@link io.memu4j.error.StoreException#afterWrite}
     */
    MemoryItem update(String id, ItemUpdate update);

    /**
     * Deletes a statement and updates the summaries that used it.
     *
     * @param id the id of the item
     * @return whether there was such an item
     * @see #delete(String, boolean)
     */
    default boolean delete(String id) {
        return delete(id, true);
    }

    /**
     * Deletes a statement in one transaction.
     *
     * @param id the id of the item
     * @param propagate whether the summaries that used it are written again without it, in the same transaction; costs their model calls
     * @return whether there was such an item
     * @throws io.memu4j.error.StoreException if the database fails; nothing was written, unless it is
     *     {@link io.memu4j.error.StoreException#afterWrite}
     */
    boolean delete(String id, boolean propagate);
}
