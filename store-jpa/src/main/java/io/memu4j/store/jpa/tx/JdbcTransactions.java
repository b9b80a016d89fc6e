package io.memu4j.store.jpa.tx;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Transactions as JDBC means them, for H2 and PostgreSQL. */
public final class JdbcTransactions implements TransactionRunner {
    private final String database;
    private final DataSource source;
    private final int snapshotIsolation;
    private final @Nullable WriterLock writer;

    /**
     * On connections of {@code source}, which are given back as they came.
     *
     * @param snapshotIsolation the JDBC level at which all statements of a reading transaction see one state of all tables
     * @param writer what lets one writer in at a time, null where the database's own locks suffice
     */
    public JdbcTransactions(String database, DataSource source, int snapshotIsolation, @Nullable WriterLock writer) {
        this.writer = writer;
        this.database = database;
        this.source = source;
        this.snapshotIsolation = snapshotIsolation;
    }

    @Override
    public <T> T read(ConnectionWork<T> work) {
        try (Connection connection = source.getConnection()) {
            return connection.getAutoCommit()
                    ? work.on(connection)
                    : within(connection, Connection.TRANSACTION_READ_COMMITTED, work);
        } catch (Exception e) { // the border: everything is translated once, here
            throw StoreFailures.translated(database, e);
        }
    }

    @Override
    public <T> T snapshot(ConnectionWork<T> work) {
        try (Connection connection = source.getConnection()) {
            return within(connection, snapshotIsolation, work);
        } catch (Exception e) { // the border: everything is translated once, here
            throw StoreFailures.translated(database, e);
        }
    }

    @Override
    public <T> T write(ConnectionWork<T> work) {
        return writer == null ? written(work) : writer.alone(() -> written(work));
    }

    private <T> T written(ConnectionWork<T> work) {
        return Retry.onCollision(database, () -> {
            try (Connection connection = source.getConnection()) {
                return within(connection, Connection.TRANSACTION_READ_COMMITTED, work);
            }
        });
    }

    private static <T> T within(Connection connection, int isolation, ConnectionWork<T> work) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        int isolationBefore = connection.getTransactionIsolation();
        if (isolationBefore != isolation) {
            connection.setTransactionIsolation(isolation);
        }
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.on(connection);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (done) {
                restore(connection, autoCommit, isolationBefore, isolation);
            } else {
                rollBack(connection, autoCommit, isolationBefore, isolation);
            }
        }
    }

    private static void rollBack(Connection connection, boolean autoCommit, int before, int isolation) {
        try {
            connection.rollback();
            restore(connection, autoCommit, before, isolation);
        } catch (SQLException e) {
            // The failure that led here is the one to report; a broken connection rolls back on the server's side,
            // and the pool drops it.
        }
    }

    private static void restore(Connection connection, boolean autoCommit, int before, int isolation)
            throws SQLException {
        connection.setAutoCommit(autoCommit);
        if (before != isolation) {
            connection.setTransactionIsolation(before);
        }
    }
}
