package io.memu4j.spi.store;

import io.memu4j.admin.ScopeSummary;
import io.memu4j.model.MemoryScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One state of a database, for reading within {@link MemoryStore#snapshot}. Not thread-safe. */
public interface StoreSnapshot {
    /**
     * Lists scopes as {@link MemoryStore#scopes} does.
     *
     * @param after where to continue, exclusive, or null for the beginning
     * @param limit the maximum number of scopes, from 1
     * @return one page
     */
    List<ScopeSummary> scopes(@Nullable MemoryScope after, int limit);

    /**
     * Returns one scope in this state. Its writing methods throw {@link IllegalStateException}.
     *
     * @param scope the user and the agent
     * @return a view that is valid within the snapshot only
     */
    ScopeStore in(MemoryScope scope);
}
