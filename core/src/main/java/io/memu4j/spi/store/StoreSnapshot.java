package io.memu4j.spi.store;

import io.memu4j.admin.ScopeSummary;
import io.memu4j.model.MemoryScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One state of a database, for reading, within {@link MemoryStore#snapshot}. One thread. */
public interface StoreSnapshot {
    /** As {@link MemoryStore#scopes}. */
    List<ScopeSummary> scopes(@Nullable MemoryScope after, int limit);

    /** One scope in this state; each of its writing methods throws {@link IllegalStateException}. */
    ScopeStore in(MemoryScope scope);
}
