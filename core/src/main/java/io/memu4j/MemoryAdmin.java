package io.memu4j;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.PurgeOutcome;
import io.memu4j.spi.store.ScopeSummary;
import io.memu4j.spi.store.StoreHealth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may see across scopes; got from {@link MemoryServiceFactory#admin} and never handed to users. Thread-safe.
 */
public interface MemoryAdmin {
    /**
     * Scopes that hold or held something, ordered by user id and then agent id.
     *
     * @param after where to go on, exclusive, or null for the beginning
     * @param limit at most so many, 1 to 1000
     */
    List<ScopeSummary> scopes(@Nullable MemoryScope after, int limit);

    /**
     * Forgets a user: everything that any agent remembers of them, copies of their sources included. Each memory goes in one transaction;
     * after a crash in between, or where the report says that something is left, calling it again does the rest. A memorize that runs
     * meanwhile is erased, or stays whole.
     *
     * @return rows before and after, per memory
     */
    ErasureReport eraseUser(String userId);

    /** The same for one user with one agent. */
    ErasureReport eraseScope(MemoryScope scope);

    /**
     * Makes what was deleted unreadable in the files of the database too. Rewrites the database: takes as much free disk as it has, and
     * keeps writers waiting.
     *
     * @return whether it is done, and what is pending and why otherwise
     */
    PurgeOutcome purge();

    /** Asks the database for a sign of life. Never throws: what is wrong is in the answer. */
    Health health();

    /**
     * Whether memory works.
     *
     * @param store the database
     * @param space the configured embedding model, or null when search goes by words alone
     */
    record Health(StoreHealth store, @Nullable EmbeddingSpace space) {
        public boolean isUp() {
            return store.isUp();
        }
    }
}
