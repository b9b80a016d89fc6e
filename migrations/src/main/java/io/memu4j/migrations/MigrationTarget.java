package io.memu4j.migrations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database of one call, and the connection to it. At most one connection is open at a time; closing gives it back. */
sealed interface MigrationTarget extends AutoCloseable permits DataSourceTarget, UrlTarget {
    /** Whether it is known, without opening it, that there is no database yet. */
    boolean isAbsent();

    /** A connection with auto-commit that creates and changes nothing by being opened. */
    Connection forReading() throws SQLException;

    /** A connection with auto-commit and the settings a migration needs. It may replace the one for reading. */
    Connection forMigrating() throws SQLException;

    /** The database's file, whether or not it exists; null for a database that is no file of this machine. */
    @Nullable
    Path file();

    @Override
    void close() throws SQLException;
}
