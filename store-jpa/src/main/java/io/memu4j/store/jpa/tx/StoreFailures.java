package io.memu4j.store.jpa.tx;

import io.memu4j.error.StoreException;
import java.sql.SQLException;

/** Turns what a database or Hibernate throws into {@link StoreException}s, in one place. */
public final class StoreFailures {
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
        KnownCause known = KnownCause.of(sql);
        if (known != null) {
            return known.retriable()
                    ? StoreException.retriable(subject + known.sentence(), cause)
                    : StoreException.permanent(subject + known.sentence(), cause);
        }
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
                        subject + "did not answer (" + unreached(innermost(sql)) + "; " + code(sql)
                                + "). Check that it runs and accepts connections, then try again.",
                        cause);
            case OTHER -> StoreException.permanent(subject + "failed: " + explained(sql), cause);
        };
    }

    private static String explained(SQLException e) {
        if (!Failure.isSqlite(e)) {
            return Failure.isOfH2File(e) ? UNWRITTEN : driverSays(e);
        }
        return switch (e.getErrorCode() & 0xff) {
            case 8 -> "the file or its folder is read-only. Make both writable.";
            case 10 -> UNWRITTEN;
            case 11 ->
                "the file is damaged (SQLITE_CORRUPT). Keep a copy of it, and restore a backup ('memu restore').";
            case 13 -> "the disk is full. Free some space.";
            case 14 -> "the file cannot be opened. Check that it is a file and that it and its folder are writable.";
            case 26 -> "the file is not a SQLite database. Name another file.";
            default -> KnownCause.firstLine(e) + " (SQLite code " + e.getErrorCode() + ").";
        };
    }

    private static String unreached(SQLException e) {
        Throwable network = e.getCause();
        String words = KnownCause.firstLine(e);
        return network == null || words.contains(String.valueOf(network.getMessage()))
                ? words
                : words + " " + network.getClass().getSimpleName() + ": " + network.getMessage();
    }

    /** A pool's time-out has the driver's failure as its cause. */
    private static SQLException innermost(SQLException e) {
        SQLException innermost = e;
        while (innermost.getCause() instanceof SQLException cause && cause != innermost) {
            innermost = cause;
        }
        return innermost;
    }

    /** The words of PostgreSQL, unless they may quote a value of a row. H2's may quote one in most of its messages. */
    private static String driverSays(SQLException e) {
        boolean quotes = !e.getClass().getName().startsWith("org.postgresql.")
                || String.valueOf(e.getSQLState()).startsWith("22");
        return (quotes ? "see the cause (" : KnownCause.firstLine(e) + " (") + code(e) + ").";
    }

    private static String code(SQLException e) {
        return "SQLSTATE " + e.getSQLState() + ", code " + e.getErrorCode();
    }
}
