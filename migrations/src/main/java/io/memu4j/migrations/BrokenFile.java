package io.memu4j.migrations;

import io.memu4j.migrations.MigrationException.Reason;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a new database file from what is left of one: a copy that broke off, a file that was emptied, or a SQLite file without its
 * write-ahead log. A driver takes each of them for an empty database, and the first migration would write over what may be saved.
 */
final class BrokenFile {
    /** H2 cannot read a file with less than its own tables in it unless it may make them. */
    private static final int H2_READ_ONLY = 90097;

    private BrokenFile() {}

    /**
     * Whether there is no database in the file yet.
     *
     * @param database the database's name in the file system; of H2 without suffix
     * @param file the file itself
     * @throws MigrationException when it is empty, and a database was there
     */
    static boolean isNew(Path database, Path file) {
        if (file.toFile().length() > 0) {
            return false;
        }
        if (MigrationGuard.hasEnded(database) || log(file) > 0) {
            throw broken(file, "is empty, and a database was there");
        }
        return true;
    }

    /** Whether H2 could not read a file because there is nothing in it that is whole. */
    static boolean isCut(SQLException e) {
        return e.getErrorCode() == H2_READ_ONLY;
    }

    /** The bytes in the write-ahead log of a SQLite file. */
    static long log(@Nullable Path file) {
        return file == null ? 0 : Path.of(file + "-wal").toFile().length();
    }

    static MigrationException broken(@Nullable Path file, String what) {
        return new MigrationException(
                Reason.BROKEN_FILE,
                "The database file " + file + " " + what
                        + ". Nothing was written to it. Copy it again with all its files, or"
                        + " restore a backup ('memu restore'). If nothing was in it, delete it.",
                null);
    }
}
