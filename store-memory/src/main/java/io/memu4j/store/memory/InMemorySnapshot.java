package io.memu4j.store.memory;

import io.memu4j.admin.ScopeSummary;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.spi.store.StoreSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each scope as it was when it was first asked for. The rows are shared, the maps over them copied. */
final class InMemorySnapshot implements StoreSnapshot, TablesByScope {
    private final InMemoryStore store;
    private final Map<MemoryScope, ScopeTables> copies = new HashMap<>();

    InMemorySnapshot(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<ScopeSummary> scopes(@Nullable MemoryScope after, int limit) {
        return store.scopes(after, limit);
    }

    @Override
    public ScopeStore in(MemoryScope scope) {
        return new InMemoryScopeStore(this, scope);
    }

    @Override
    public ScopeTables toRead(MemoryScope scope) {
        return copies.computeIfAbsent(scope, s -> store.toRead(s).copy());
    }

    @Override
    public ScopeTables toWrite(MemoryScope scope) {
        throw new IllegalStateException("A snapshot is for reading. Write to the store itself.");
    }

    @Override
    public void remove(MemoryScope scope, ScopeTables tables) {
        toWrite(scope);
    }
}
