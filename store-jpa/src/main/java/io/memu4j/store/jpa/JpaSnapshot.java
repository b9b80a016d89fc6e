package io.memu4j.store.jpa;

import io.memu4j.admin.ScopeSummary;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.spi.store.StoreSnapshot;
import io.memu4j.store.jpa.session.ScopedSessions;
import io.memu4j.store.jpa.write.Stamps;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One state of a {@link JpaMemoryStore}: the same reads, all on one transaction. */
record JpaSnapshot(ScopedSessions sessions, Stamps stamps) implements StoreSnapshot {
    @Override
    public List<ScopeSummary> scopes(@Nullable MemoryScope after, int limit) {
        return sessions.scopes(after, limit);
    }

    @Override
    public ScopeStore in(MemoryScope scope) {
        return new JpaScopeStore(scope, sessions, stamps);
    }
}
