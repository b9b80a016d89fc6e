package io.memu4j.store.jpa.tx;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Transactions as JDBC means them, for H2 and PostgreSQL. */
public final class JdbcTransactions implements TransactionRunner {
    private final String database;
    private final DataSource source;
    private final TransactionStart start;
    private final OpenedFile file;
    private final @Nullable WriterLock writer;

    /**
     * On connections of {@code source}, which are given back as they came.
     *
     * @param start begins transactions the way the database needs it
     * @param file must be in its place before and after each transaction
     * @param writer what lets one writer in at a time, null where the database's own locks suffice
     */
    public JdbcTransactions(
            String database, DataSource source, TransactionStart start, OpenedFile file, @Nullable WriterLock writer) {
        this.database = database;
        this.source = source;
        this.start = start;
        this.file = file;
        this.writer = writer;
    }

    @Override
    public <T> T read(ConnectionWork<T> work) {
        file.requireInPlace();
        try (BorrowedConnection borrowed = BorrowedConnection.of(source)) {
            return borrowed.cameInAutoCommit() ? work.on(borrowed.connection()) : within(borrowed, start::read, work);
        } catch (Exception e) { // the border: everything is translated once, here
            throw StoreFailures.translated(database, e);
        }
    }

    @Override
    public <T> T snapshot(ConnectionWork<T> work) {
        file.requireInPlace();
        try (BorrowedConnection borrowed = BorrowedConnection.of(source)) {
            return within(borrowed, start::snapshot, work);
        } catch (Exception e) { // the border: everything is translated once, here
            throw StoreFailures.translated(database, e);
        }
    }

    @Override
    public <T> T write(ConnectionWork<T> work) {
        return writer == null ? written(work) : writer.alone(() -> written(work));
    }

    private <T> T written(ConnectionWork<T> work) {
        T result = Retry.onCollision(database, () -> {
            file.requireInPlace();
            try (BorrowedConnection borrowed = BorrowedConnection.of(source)) {
                return within(borrowed, start::write, connection -> {
                    T done = work.on(connection);
                    file.requireInPlace();
                    return done;
                });
            }
        });
        file.requireInPlace(); // it may have gone since the check before the commit
        return result;
    }

    private interface Beginning {
        void on(BorrowedConnection borrowed) throws SQLException;
    }

    private static <T> T within(BorrowedConnection borrowed, Beginning beginning, ConnectionWork<T> work)
            throws SQLException {
        beginning.on(borrowed);
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
