package io.memu4j.store.jpa.tx;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an operator can do about an error of a driver, by its code.
 *
 * @param retriable whether the next try may succeed without a change
 * @param sentence goes on after the name of the database
 */
record KnownCause(boolean retriable, String sentence) {
    private static final String ENOUGH = " Nothing was written; try again.";

    private static final Map<String, KnownCause> POSTGRESQL = Map.ofEntries(
            Map.entry(
                    "22023",
                    permanent("refused a setting of this session (%s). If it is the time zone, start the JVM with"
                            + " -Duser.timezone=UTC.")),
            Map.entry("25006", retriable("accepts no writes now: it is a standby, or was made read-only." + ENOUGH)),
            Map.entry("25P03", retriable("ended a transaction that was idle for too long." + ENOUGH)),
            Map.entry(
                    "26000",
                    retriable("does not know a prepared statement: a pooler gave the connection to another session."
                            + " Add prepareThreshold=0 to the URL." + ENOUGH)),
            Map.entry("28000", permanent("does not let this user in (%s). Check pg_hba.conf, and sslmode in the URL.")),
            Map.entry("28P01", permanent("refused the user name or the password. Check both, also for a line end.")),
            Map.entry("3D000", permanent("is not there (%s). Check the name in the URL.")),
            Map.entry("3F000", permanent("has no schema of that name (%s). Check currentSchema in the URL.")),
            Map.entry("42501", permanent("denies this role a right (%s). Have the owner grant it.")),
            Map.entry("42P01", permanent("lacks a table (%s). Check currentSchema in the URL, or run 'memu migrate'.")),
            Map.entry("53100", retriable("has no room on its disk (%s). Free some space, then try again.")),
            Map.entry("53200", retriable("is out of memory (%s)." + ENOUGH)),
            Map.entry("53300", retriable("has no connection left (%s). Raise max_connections, or use fewer pools.")),
            Map.entry(
                    "57014",
                    retriable("ended a statement that took too long, or that somebody cancelled (%s)." + ENOUGH)),
            Map.entry(
                    "57P01",
                    retriable("was shut down, or an administrator ended the session. Try again when it runs.")),
            Map.entry("57P02", retriable("crashed, or restarts. Try again when it runs.")),
            Map.entry("57P03", retriable("is starting up or shutting down. Try again when it runs.")));

    private static final Map<Integer, KnownCause> H2 = Map.of(
            28000, permanent("refused the user name or the password. Check both."),
            90011, permanent("is named by a relative path. Begin it with ./ or ~/, or name an absolute path."),
            90020,
                    permanent(
                            "failed: it is open in another process, and an H2 file serves one at a time. End the other one, or use"
                                    + " SQLite or PostgreSQL."),
            90028,
                    permanent(
                            "failed: the file cannot be read; it may be cut or damaged. Keep a copy of it, and restore a backup"
                                    + " ('memu restore')."),
            90030, permanent("failed: the file is damaged. Keep a copy of it, and restore a backup ('memu restore')."),
            90049,
                    permanent(
                            "is encrypted, and the file password is wrong. Give the password as 'FILEPASSWORD USERPASSWORD'."),
            90098,
                    permanent(
                            "failed: H2 closed it after a failure of its file. Check the disk and its free space. Open it anew;"
                                    + " what was acknowledged is there."),
            90146, permanent("does not exist, and must not be created here. Run 'memu migrate' first."));

    private static final int DEPTH = 20;
    private static final int MAX_LENGTH = 200;

    /** The cause of a failure, or null where it is none of those. */
    static @Nullable KnownCause of(SQLException e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            KnownCause known = cause instanceof SQLException sql ? ofDriver(sql) : null;
            if (known != null) {
                return known;
            }
            cause = cause.getCause();
        }
        return isSqliteWithoutLibrary(e) ? withoutLibrary() : null;
    }

    /** {@return the codes that have a sentence here} */
    static Set<String> codes() {
        Set<String> codes = new TreeSet<>(POSTGRESQL.keySet());
        H2.keySet().forEach(code -> codes.add(code.toString()));
        return codes;
    }

    private static @Nullable KnownCause ofDriver(SQLException e) {
        String driver = e.getClass().getName();
        if (driver.startsWith("org.h2.")) {
            return H2.get(e.getErrorCode());
        }
        KnownCause known =
                driver.startsWith("org.postgresql.") ? POSTGRESQL.get(String.valueOf(e.getSQLState())) : null;
        return known == null ? null : new KnownCause(known.retriable, known.sentence.replace("%s", firstLine(e)));
    }

    /** What the driver says, without details that quote rows. */
    static String firstLine(SQLException e) {
        String message = String.valueOf(e.getMessage()).strip();
        String line = message.lines().findFirst().orElse("");
        return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "..." : line;
    }

    /** The driver of SQLite unpacks its library when it is first used. */
    private static boolean isSqliteWithoutLibrary(SQLException e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof UnsatisfiedLinkError || message.contains("native library")) {
                return true;
            }
            cause = cause.getCause();
        }
        return e.getClass() == SQLException.class && "Error opening connection".equals(e.getMessage());
    }

    private static KnownCause withoutLibrary() {
        String folder = System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir"));
        return permanent(
                "cannot be opened: SQLite's native library cannot be unpacked and loaded in the temporary folder "
                        + folder
                        + ". The folder is missing, full, read-only, or mounted noexec. Name another one with -Djava.io.tmpdir=DIR.");
    }

    private static KnownCause retriable(String sentence) {
        return new KnownCause(true, sentence);
    }

    private static KnownCause permanent(String sentence) {
        return new KnownCause(false, sentence);
    }
}
