package io.memu4j.store.jpa.tx;

/**
 * The one place that begins and ends transactions. Thread-safe. Failures of the database arrive as
 * {@link io.memu4j.error.StoreException}, everything else thrown by the work as it is; both after a rollback.
 */
public interface TransactionRunner {
    /** Runs one reading statement. */
    <T> T read(ConnectionWork<T> work);

    /** Runs reading statements that all see one state of the database. */
    <T> T snapshot(ConnectionWork<T> work);

    /**
     * Runs the work and keeps all of what it wrote, or nothing. Never part of a transaction of the caller. The work runs again when it
     * collided with another writer, until a deadline.
     */
    <T> T write(ConnectionWork<T> work);
}
