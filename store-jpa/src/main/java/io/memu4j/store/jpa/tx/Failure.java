package io.memu4j.store.jpa.tx;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** What kind of failure a database reports. */
enum Failure {
    /** Another writer is in the way: the transaction was not begun or was rolled back, and may run again. */
    BUSY,
    /** A key is taken or a reference is void: by a writer that was faster, or by a change set that is wrong in itself. */
    CONSTRAINT,
    /** The connection or the server failed; whether the last statement took effect is unknown. */
    CONNECTION,
    /** Anything else. */
    OTHER;

    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_LOCKED = 6;
    private static final int SQLITE_CONSTRAINT = 19;
    private static final int H2_CLOSED = 90098;

    static Failure of(SQLException e) {
        if (isSqlite(e)) {
            return switch (e.getErrorCode() & 0xff) {
                case SQLITE_BUSY, SQLITE_LOCKED -> BUSY;
                case SQLITE_CONSTRAINT -> CONSTRAINT;
                default -> OTHER;
            };
        }
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("23")) {
            return CONSTRAINT;
        }
        // Serialization failure, deadlock, lock time-out (SQL standard and H2; PostgreSQL), H2's concurrent update.
        if (state.startsWith("40") || state.equals("HYT00") || state.equals("55P03") || state.equals("90131")) {
            return BUSY;
        }
        if (e.getErrorCode() == H2_CLOSED) {
            return OTHER; // a new connection does not help
        }
        // Connection lost, out of resources, shut down by an operator.
        boolean lost = state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
        return lost || isConnectionFailure(e) ? CONNECTION : OTHER;
    }

    /** The SQLException behind {@code e}, or null. */
    static @Nullable SQLException sqlCause(Throwable e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
            cause = cause.getCause();
        }
        return null;
    }

    static boolean isSqlite(SQLException e) {
        return e.getClass().getName().startsWith("org.sqlite.");
    }

    /** H2 reports what its file's layer throws as a general error. */
    static boolean isOfH2File(SQLException e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause.getClass().getName().equals("org.h2.mvstore.MVStoreException") || cause instanceof IOException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isConnectionFailure(SQLException e) {
        return e instanceof SQLTransientException
                || e instanceof SQLRecoverableException
                || e instanceof SQLNonTransientConnectionException;
    }
}
