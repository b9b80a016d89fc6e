package io.memu4j.store.jpa.tx;

import io.memu4j.error.StoreException;
import java.sql.SQLException;

/** Turns what a database or Hibernate throws into {@link StoreException}s, in one place. */
public final class StoreFailures {
    private static final int H2_OPEN_ELSEWHERE = 90020;
    private static final int H2_DAMAGED = 90030;
    private static final int H2_CLOSED = 90098;

    /** The system says no more than that, unless the disk itself is full. */
    private static final String UNWRITTEN =
            "its file could not be read or written. Check the disk, its free space, quotas and"
                    + " limits of file size.";

    private StoreFailures() {}

    /**
     * What to throw to the caller instead of {@code e}: a StoreException where a database stands behind it, else {@code e}.
     *
     * @param database how to name it, for example {@code H2 database in memory}
     */
    public static RuntimeException translated(String database, Throwable e) {
        SQLException sql = Failure.sqlCause(e);
        if (sql != null) {
            return translated(database, sql, e);
        }
        if (e instanceof RuntimeException unchecked) {
            return unchecked.getClass().getName().startsWith("org.hibernate.")
                    ? StoreException.permanent("The store in the " + database + " failed in Hibernate.", unchecked)
                    : unchecked;
        }
        throw new IllegalStateException("Only unchecked exceptions and SQLException are thrown here.", e);
    }

    private static StoreException translated(String database, SQLException sql, Throwable cause) {
        String subject = "The " + database + " ";
        return switch (Failure.of(sql)) {
            case BUSY ->
                StoreException.retriable(
                        subject + "was busy with other writers until the deadline. Nothing was written; try again.",
                        cause);
            case CONSTRAINT ->
                StoreException.permanent(
                        subject + "refused rows that contradict its keys. Nothing was written.", cause);
            case CONNECTION ->
                StoreException.retriable(
                        subject + "did not answer (" + code(sql)
                                + "). Check that it runs and accepts connections, then try again.",
                        cause);
            case OTHER -> StoreException.permanent(subject + "failed: " + explained(sql), cause);
        };
    }

    private static String explained(SQLException e) {
        if (e.getErrorCode() == H2_CLOSED) {
            return "H2 closed it after a failure of its file. Check the disk and its free space. Open it anew; what was"
                    + " acknowledged is there.";
        }
        if (e.getErrorCode() == H2_OPEN_ELSEWHERE) {
            return "it is open in another process, and an H2 file serves one at a time. End the other one, or use SQLite or"
                    + " PostgreSQL.";
        }
        if (e.getErrorCode() == H2_DAMAGED) {
            return "the file is damaged. Keep a copy of it, and restore a backup ('memu restore').";
        }
        if (!Failure.isSqlite(e)) {
            return Failure.isOfH2File(e) ? UNWRITTEN : "see the cause (" + code(e) + ").";
        }
        return switch (e.getErrorCode() & 0xff) {
            case 8 -> "the file or its folder is read-only. Make both writable.";
            case 10 -> UNWRITTEN;
            case 11 ->
                "the file is damaged (SQLITE_CORRUPT). Keep a copy of it, and restore a backup ('memu restore').";
            case 13 -> "the disk is full. Free some space.";
            case 14 -> "the file cannot be opened. Check that it is a file and that it and its folder are writable.";
            case 26 -> "the file is not a SQLite database. Name another file.";
            default -> "see the cause (SQLite code " + e.getErrorCode() + ").";
        };
    }

    private static String code(SQLException e) {
        return "SQLSTATE " + e.getSQLState() + ", code " + e.getErrorCode();
    }
}
