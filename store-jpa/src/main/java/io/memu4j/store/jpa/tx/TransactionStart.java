package io.memu4j.store.jpa.tx;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Begins a transaction with the isolation that its kind of work needs. */
public interface TransactionStart {
    /** For a reading statement: what is committed. */
    void read(BorrowedConnection borrowed) throws SQLException;

    /** For reading statements that see one state of all tables. */
    void snapshot(BorrowedConnection borrowed) throws SQLException;

    /** For a write, which waits for the rows of other writers. */
    void write(BorrowedConnection borrowed) throws SQLException;

    /**
     * By JDBC's own methods, which change the session: for connections that nobody else uses meanwhile.
     *
     * @param snapshotIsolation the JDBC level at which all statements of a reading transaction see one state of all tables
     */
    static TransactionStart ofSession(int snapshotIsolation) {
        return new TransactionStart() {
            @Override
            public void read(BorrowedConnection borrowed) throws SQLException {
                begin(borrowed, Connection.TRANSACTION_READ_COMMITTED);
            }

            @Override
            public void snapshot(BorrowedConnection borrowed) throws SQLException {
                begin(borrowed, snapshotIsolation);
            }

            @Override
            public void write(BorrowedConnection borrowed) throws SQLException {
                read(borrowed);
            }

            private static void begin(BorrowedConnection borrowed, int isolation) throws SQLException {
                borrowed.setIsolation(isolation);
                borrowed.setAutoCommit(false);
            }
        };
    }

    /**
     * By statements of PostgreSQL that end with the transaction: behind a pooler, each transaction may run in another session of the server,
     * and what one leaves there reaches other applications. A write waits for a lock until the deadline of {@link Retry#DEADLINE}.
     */
    static TransactionStart ofPostgresql() {
        return new TransactionStart() {
            @Override
            public void read(BorrowedConnection borrowed) throws SQLException {
                begin(borrowed, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
            }

            @Override
            public void snapshot(BorrowedConnection borrowed) throws SQLException {
                begin(borrowed, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            }

            @Override
            public void write(BorrowedConnection borrowed) throws SQLException {
                begin(
                        borrowed,
                        "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = "
                                + Retry.DEADLINE.toMillis());
            }

            private static void begin(BorrowedConnection borrowed, String settings) throws SQLException {
                borrowed.setAutoCommit(false);
                try (Statement statement = borrowed.connection().createStatement()) {
                    statement.execute(settings);
                }
            }
        };
    }
}
