package io.memu4j.tck;

import io.memu4j.spi.store.MemoryStore;

/**
 * The database that a contract is run on. It may hold rows of other tests: each test works in scopes of its own.
 *
 * <p>One thread uses the fixture; several use its store.
 */
public interface StoreFixture extends AutoCloseable {
    /** {@return the open store, the same one until {@link #reopen}} */
    MemoryStore store();

    /** Closes the store and opens another one on the same database. */
    void reopen();

    /** {@return whether rows survive {@link #reopen}} */
    boolean isPersistent();

    /** Closes the store and deletes the database. */
    @Override
    void close();
}
