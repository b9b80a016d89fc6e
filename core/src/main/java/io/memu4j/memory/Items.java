package io.memu4j.memory;

import io.memu4j.model.ItemEvent;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
     * Returns what happened to an item, also after it was deleted: when, and by whom. The words before an edit are kept as long as the
     * item is.
     *
     * @param id the id of the item
     * @return oldest first; empty if the scope never had such an item, or its history was not kept
     */
    List<ItemEvent> history(String id);

    /**
     * Says that a statement holds again, or never ceased to hold: takes back its closing and the end of its validity. It counts as edited
     * from then on, so nothing but the caller closes it again. Without a closing nothing changes. One transaction; costs the calls of the
     * summaries that change.
     *
     * @param id the id of the item
     * @return the item as stored
     * @throws io.memu4j.error.NotFoundException if the scope has no such item
     * @throws io.memu4j.error.StoreException if the database fails; nothing was written, unless it is
     *     {@link io.memu4j.error.StoreException#afterWrite}
     */
    MemoryItem reopen(String id);

    /**
     * Says that a statement does not hold any more. It is kept, proves what it proved, and is found when history is asked for. A statement
     * that is closed stays as it is. One transaction; costs the calls of the summaries that change.
     *
     * @param id the id of the item
     * @param supersededBy the id of the item that states what holds instead, or null when it only ended
     * @return the item as stored
     * @throws io.memu4j.error.NotFoundException if the scope does not have both items
     * @throws io.memu4j.error.StoreException if the database fails; nothing was written, unless it is
     *     {@link io.memu4j.error.StoreException#afterWrite}
     */
    MemoryItem close(String id, @Nullable String supersededBy);

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

    /**
     * Finds the statements about something, in order to forget them: those that have every telling word of it, in any form, or whose kind
     * of fact it names. Changes nothing and calls no model.
     *
     * @param about what to find, such as {@code my dentist}
     * @return all of them with their proofs; empty if there are none
     * @throws io.memu4j.error.InvalidInputException if no word of {@code about} tells something
     */
    FoundItems find(String about);

    /**
     * Deletes exactly these statements in one transaction, and updates the summaries that used them. Those that are gone already are left
     * out. The passages that prove them stay; deleting their resource deletes them. Costs the calls of the summaries that change.
     *
     * @param found what {@link #find} returned, or a part of it
     * @return how many were deleted
     * @throws io.memu4j.error.VersionConflictException if the words of one of them have changed since; nothing was deleted
     * @throws io.memu4j.error.StoreException if the database fails; nothing was written, unless it is
     *     {@link io.memu4j.error.StoreException#afterWrite}
     */
    int delete(FoundItems found);
}
