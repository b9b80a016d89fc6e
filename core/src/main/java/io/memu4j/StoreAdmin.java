package io.memu4j;

import io.memu4j.error.InvalidInputException;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.PurgeOutcome;
import io.memu4j.spi.store.ScopeSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The administrator's view of a store. */
record StoreAdmin(MemoryStore store, @Nullable EmbeddingSpace space, Erasure erasure) implements MemoryAdmin {
    private static final int MAX_LIMIT = 1_000;

    @Override
    public List<ScopeSummary> scopes(@Nullable MemoryScope after, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInputException("The limit is " + limit + ". Expected 1 to " + MAX_LIMIT + ".");
        }
        return store.scopes(after, limit);
    }

    @Override
    public ErasureReport eraseUser(String userId) {
        return erasure.user(userId);
    }

    @Override
    public ErasureReport eraseScope(MemoryScope scope) {
        return erasure.scope(scope);
    }

    @Override
    public PurgeOutcome purge() {
        return store.purge();
    }

    @Override
    public Health health() {
        return new Health(store.health(), space);
    }
}
