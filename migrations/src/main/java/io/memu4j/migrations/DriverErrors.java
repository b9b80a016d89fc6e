package io.memu4j.migrations;

import io.memu4j.migrations.MigrationException.Reason;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in words of ours what a JDBC driver reports. */
final class DriverErrors {
    private static final int H2_FILE_IN_USE = 90020;
    private static final int H2_WRONG_CREDENTIALS = 28000;
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_READ_ONLY = 8;
    private static final int SQLITE_CANNOT_OPEN = 14;
    private static final int SQLITE_NOT_A_DATABASE = 26;

    /** A table of that name, or its row type in the system's catalogue. */
    private static final Set<String> POSTGRESQL_EXISTS = Set.of("42P07", "23505");

    private DriverErrors() {}

    static MigrationException translate(@Nullable Path file, String deed, SQLException e) {
        String subject = file == null ? "The database" : "The database " + file;
        if (e.getErrorCode() == H2_FILE_IN_USE && isH2(e)) {
            return new MigrationException(
                    Reason.IN_USE,
                    subject + " is opened by another process. An H2 file belongs to one process at a time: close the"
                            + " other one, or use SQLite or PostgreSQL.",
                    e);
        }
        if (isBusy(e)) {
            return new MigrationException(
                    Reason.IN_USE,
                    subject + " could not be " + deed + " because another connection kept it locked. Try again when its"
                            + " transaction has ended.",
                    e);
        }
        if (e.getErrorCode() == SQLITE_NOT_A_DATABASE && isSqlite(e)) {
            return new MigrationException(
                    Reason.CONFIGURATION, subject + " is not a SQLite database. Name another file.", e);
        }
        if (isUnwritable(e)) {
            return new MigrationException(
                    Reason.FAILED,
                    subject + " could not be " + deed + ": its file or folder may not be written by this user. Give the"
                            + " user who runs this the right to write to both, or name another database.",
                    e);
        }
        if (isSqliteWithoutLibrary(e)) {
            return new MigrationException(
                    Reason.CONFIGURATION,
                    subject + " could not be " + deed
                            + ": SQLite's native library cannot be unpacked and loaded in the temporary folder "
                            + System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir"))
                            + ". The folder is missing, full, read-only, or mounted noexec. Name another one with"
                            + " -Djava.io.tmpdir=DIR.",
                    e);
        }
        String sqlState = e.getSQLState() == null ? "" : e.getSQLState();
        if (sqlState.equals("28000") && String.valueOf(e.getMessage()).contains("pg_hba")) {
            return new MigrationException(
                    Reason.CONFIGURATION,
                    subject + " does not let this user in (" + e.getMessage()
                            + "). Check pg_hba.conf, and sslmode in the URL.",
                    e);
        }
        if (sqlState.startsWith("28") || e.getErrorCode() == H2_WRONG_CREDENTIALS) {
            return new MigrationException(
                    Reason.CONFIGURATION, subject + " refused the user name or the password. Check both.", e);
        }
        if (sqlState.startsWith("08")) {
            return new MigrationException(
                    Reason.FAILED,
                    subject + " could not be reached: " + e.getMessage() + ". Check the URL and that it is running.",
                    e);
        }
        return new MigrationException(
                Reason.FAILED,
                subject + " could not be " + deed + ": " + e.getMessage()
                        + ". It is as before the failing statement; repeat the call when the cause is gone.",
                e);
    }

    /** The driver wraps whatever went wrong. */
    private static boolean isSqliteWithoutLibrary(SQLException e) {
        return e.getClass() == SQLException.class && "Error opening connection".equals(e.getMessage());
    }

    /** Whether another connection's transaction was in the way for longer than the driver waits. */
    static boolean isBusy(SQLException e) {
        return (e.getErrorCode() & 0xff) == SQLITE_BUSY && isSqlite(e);
    }

    private static boolean isUnwritable(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        return isSqlite(e) && (code == SQLITE_READ_ONLY || code == SQLITE_CANNOT_OPEN);
    }

    /** Whether PostgreSQL refused a table because another session has just created it. */
    static boolean isCreatedMeanwhile(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException driver
                    && driver.getClass().getName().startsWith("org.postgresql.")
                    && POSTGRESQL_EXISTS.contains(String.valueOf(driver.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isH2(SQLException e) {
        return e.getClass().getName().startsWith("org.h2.");
    }

    private static boolean isSqlite(SQLException e) {
        return e.getClass().getName().startsWith("org.sqlite.");
    }
}
