package io.memu4j.store.jpa.tx;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads within a transaction that the caller began and ends. One thread. */
public final class OngoingRead implements TransactionRunner {
    private final String database;
    private final Connection connection;

    /** On a connection whose transaction shows one state. */
    public OngoingRead(String database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    @Override
    public <T> T read(ConnectionWork<T> work) {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw StoreFailures.translated(database, e);
        }
    }

    @Override
    public <T> T snapshot(ConnectionWork<T> work) {
        return read(work);
    }

    @Override
    public <T> T write(ConnectionWork<T> work) {
        throw new IllegalStateException("A snapshot is for reading. Write to the store itself.");
    }
}
