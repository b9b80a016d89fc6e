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
        try (BorrowedConnection borrowed = BorrowedConnection.of(source)) {
            return borrowed.cameInAutoCommit()
                    ? work.on(borrowed.connection())
                    : within(borrowed, Connection.TRANSACTION_READ_COMMITTED, work);
        } catch (Exception e) { // the border: everything is translated once, here
            throw StoreFailures.translated(database, e);
        }
    }

    @Override
    public <T> T snapshot(ConnectionWork<T> work) {
        try (BorrowedConnection borrowed = BorrowedConnection.of(source)) {
            return within(borrowed, snapshotIsolation, work);
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
            try (BorrowedConnection borrowed = BorrowedConnection.of(source)) {
                return within(borrowed, Connection.TRANSACTION_READ_COMMITTED, work);
            }
        });
    }

    private static <T> T within(BorrowedConnection borrowed, int isolation, ConnectionWork<T> work)
            throws SQLException {
        borrowed.setIsolation(isolation);
        borrowed.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.on(borrowed.connection());
            borrowed.connection().commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                borrowed.rollBack();
            }
        }
    }
}
