package io.memu4j.store.memory;

import io.memu4j.admin.PurgeOutcome;
import io.memu4j.admin.ScopeSummary;
import io.memu4j.admin.StoreHealth;
import io.memu4j.doctor.Finding;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.StoreException;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.spi.store.StoreIdentity;
import io.memu4j.spi.store.StoreSnapshot;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Memory in maps, one set of maps per scope: no row of one scope is reachable from another's. */
final class InMemoryStore implements MemoryStore, TablesByScope {
    private final Clock clock;
    private final ConcurrentNavigableMap<MemoryScope, ScopeTables> scopes = new ConcurrentSkipListMap<>(
            Comparator.comparing(MemoryScope::userId).thenComparing(MemoryScope::agentId));
    private final StoreIdentity identity =
            new StoreIdentity(UUID.randomUUID().toString().replace("-", ""), "heap", null);
    private volatile boolean closed;

    InMemoryStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ScopeStore in(MemoryScope scope) {
        requireOpen();
        return new InMemoryScopeStore(this, scope);
    }

    @Override
    public List<ScopeSummary> scopes(@Nullable MemoryScope after, int limit) {
        requireOpen();
        if (limit < 1) {
            throw new InvalidInputException("The limit of scopes is " + limit + ". Expected at least 1.");
        }
        var rest = after == null ? scopes : scopes.tailMap(after, false);
        return rest.entrySet().stream()
                .map(e -> e.getValue().summary(e.getKey()))
                .flatMap(Optional::stream)
                .limit(limit)
                .toList();
    }

    @Override
    public <T> T snapshot(Function<StoreSnapshot, T> work) {
        requireOpen();
        return work.apply(new InMemorySnapshot(this));
    }

    @Override
    public PurgeOutcome purge() {
        requireOpen();
        return new PurgeOutcome(true, false, "Memory in the heap has no files.");
    }

    @Override
    public List<Finding> examine(boolean fix) {
        requireOpen();
        return List.of();
    }

    @Override
    public StoreHealth health() {
        return new StoreHealth(kind(), closed ? "The store is closed." : null);
    }

    /** New with each store: nothing outlives it that could name a copy. */
    @Override
    public StoreIdentity identity() {
        return identity;
    }

    @Override
    public StoreIdentity renewIdentity(StoreIdentity copied) {
        return identity;
    }

    @Override
    public String kind() {
        return "memory";
    }

    @Override
    public void close() {
        closed = true;
        scopes.clear();
    }

    @Override
    public ScopeTables toRead(MemoryScope scope) {
        requireOpen();
        ScopeTables tables = scopes.get(scope);
        return tables == null ? new ScopeTables(clock) : tables;
    }

    @Override
    public ScopeTables toWrite(MemoryScope scope) {
        requireOpen();
        return scopes.computeIfAbsent(scope, s -> new ScopeTables(clock));
    }

    @Override
    public void remove(MemoryScope scope, ScopeTables tables) {
        tables.dropped = true;
        scopes.remove(scope, tables);
    }

    private void requireOpen() {
        if (closed) {
            throw StoreException.permanent("The store in memory is closed. Open a new factory.", null);
        }
    }
}
