package io.memu4j.memory;

import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import java.util.List;
import java.util.Optional;

/** The sources of one scope. Thread-safe. An id of another scope is unknown. */
public interface Resources {
    /**
     * Returns a resource.
     *
     * @param id its id
     * @return the resource, or empty if the scope has none with this id
     */
    Optional<Resource> get(String id);

    /**
     * Returns a page of the resources that pass a filter, in the order of their creation.
     *
     * @param filter which resources
     * @param page where to continue, and how many
     * @return the page
     */
    Page<Resource> list(ResourceFilter filter, PageRequest page);

    /**
     * Returns the text of a resource.
     *
     * @param id the id of the resource
     * @return its passages in order; empty if there is no such resource
     */
    List<Passage> passages(String id);

    /**
     * Reads the copy of the raw source into the heap.
     *
     * @param id the id of the resource
     * @return its bytes; empty if there is no such resource or no copy is kept
     */
    Optional<byte[]> copy(String id);

    /**
     * Deletes a source and updates the summaries that used it.
     *
     * @param id the id of the resource
     * @return whether there was such a resource
     * @see #delete(String, boolean)
     */
    default boolean delete(String id) {
        return delete(id, true);
    }

    /**
     * Deletes a source with its passages, and the items that cite nothing else. Items that a person created or edited stay. One
     * transaction; the copy is deleted after it.
     *
     * @param id the id of the resource
     * @param propagate whether the summaries that used those items are written again without them, in the same transaction; costs their
     *     model calls
     * @return whether there was such a resource
     * @throws io.memu4j.error.StoreException if the database fails; nothing was written, unless it is
     *     {@link io.memu4j.error.StoreException#afterWrite}
     */
    boolean delete(String id, boolean propagate);
}
