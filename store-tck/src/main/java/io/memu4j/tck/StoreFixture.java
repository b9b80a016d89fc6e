package io.memu4j.tck;

import io.memu4j.spi.store.MemoryStore;

/**
 * The database that a contract is run on. It may hold what other tests left: each test works in scopes of its own.
 *
 * <p>Used by one thread; the store is not.
 */
public interface StoreFixture extends AutoCloseable {
    /** The open store, the same until {@link #reopen}. */
    MemoryStore store();

    /** Closes the store and opens one on the same database. */
    void reopen();

    /** Whether what was written is still there after {@link #reopen}. */
    boolean isPersistent();

    /** Closes the store and removes the database. */
    @Override
    void close();
}
