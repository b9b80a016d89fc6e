package io.memu4j.memory;

import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import java.util.List;
import java.util.Optional;

/** The sources of one scope. Thread-safe. */
public interface Resources {
    Optional<Resource> get(String id);

    /** A part of the resources that fit, in the order of their creation. */
    Page<Resource> list(ResourceFilter filter, PageRequest page);

    /** The text of a resource in order; empty when there is no such resource. */
    List<Passage> passages(String id);

    /** The copy of the raw source; empty when there is no such resource or no copy is kept. */
    Optional<byte[]> copy(String id);

    /** {@link #delete(String, boolean)} with summaries that follow. */
    default boolean delete(String id) {
        return delete(id, true);
    }

    /**
     * Forgets a source with its passages and copy, and the items that nothing else proves. What a person created or edited stays.
     *
     * @param propagate whether the summaries those items fed are written anew without them, in the same transaction
     * @return whether there was one
     */
    boolean delete(String id, boolean propagate);
}
