package io.memu4j.store.jpa.sqlite;

import io.memu4j.store.jpa.tx.BorrowedConnection;
import io.memu4j.store.jpa.tx.ConnectionWork;
import io.memu4j.store.jpa.tx.OpenedFile;
import io.memu4j.store.jpa.tx.Retry;
import io.memu4j.store.jpa.tx.StoreFailures;
import io.memu4j.store.jpa.tx.TransactionRunner;
import io.memu4j.store.jpa.tx.WriterLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * Transactions by explicit statements on connections in auto-commit mode: the driver's own {@code commit()} begins the next transaction
 * at once, which keeps the write lock in an idle pool and can report a failure after the data was committed.
 */
public final class SqliteTransactions implements TransactionRunner {
    private final String database;
    private final DataSource source;
    private final List<String> pragmas;
    private final OpenedFile file;
    private final WriterLock writer;

    /**
     * On connections of {@code source}, which all lead to the file of that real path.
     *
     * @param database how to name it in messages
     * @param file must be in its place before and after each transaction
     * @param pragmas run on every connection before it is used
     */
    public SqliteTransactions(
            String database, DataSource source, OpenedFile file, String realPath, List<String> pragmas) {
        this.database = database;
        this.source = source;
        this.file = file;
        this.pragmas = List.copyOf(pragmas);
        this.writer = WriterLock.of(database, realPath); // SQLite itself lets waiting writers starve
    }

    @Override
    public <T> T read(ConnectionWork<T> work) {
        try {
            return prepared(work);
        } catch (Exception e) { // the border: everything is translated once, here
            throw StoreFailures.translated(database, e);
        }
    }

    @Override
    public <T> T snapshot(ConnectionWork<T> work) {
        return read(connection -> within(connection, "BEGIN DEFERRED", work));
    }

    @Override
    public <T> T write(ConnectionWork<T> work) {
        return writer.alone(() -> Retry.onCollision(database, () -> prepared(connection -> written(connection, work))));
    }

    /** A file that goes right after the check before the commit is noticed by the one after it, before anybody hears of the commit. */
    private <T> T written(Connection connection, ConnectionWork<T> work) throws SQLException {
        T result = within(connection, "BEGIN IMMEDIATE", writing -> {
            T done = work.on(writing);
            file.requireInPlace();
            return done;
        });
        file.requireInPlace();
        return result;
    }

    /** Runs statements outside a transaction, while no other writer of this process writes. */
    public <T> T exclusive(ConnectionWork<T> work) {
        return writer.alone(() -> read(work));
    }

    private <T> T prepared(ConnectionWork<T> work) throws SQLException {
        file.requireInPlace();
        try (BorrowedConnection borrowed = BorrowedConnection.of(source)) {
            borrowed.setAutoCommit(true);
            for (String pragma : pragmas) {
                execute(borrowed.connection(), pragma);
            }
            return work.on(borrowed.connection());
        }
    }

    private static <T> T within(Connection connection, String begin, ConnectionWork<T> work) throws SQLException {
        execute(connection, begin);
        boolean done = false;
        try {
            T result = work.on(connection);
            execute(connection, "COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack(connection);
            }
        }
    }

    private static void rollBack(Connection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // SQLite already rolled back by itself after some failures, such as a full disk; the first failure counts.
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (Statement execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }
}
