package io.memu4j.migrations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database of one call, and the connection to it. At most one connection is open at a time; closing gives it back. */
sealed interface MigrationTarget extends AutoCloseable permits DataSourceTarget, UrlTarget {
    /** Whether it is known, without opening it, that there is no database yet. */
    boolean isAbsent();

    /**
     * Reads the schema's state on a connection with auto-commit that creates and changes nothing by being opened.
     *
     * @throws MigrationException when the file is what is left of a database
     */
    MigrationStatus read(Reading reading) throws SQLException;

    /** A look at the schema. */
    interface Reading {
        MigrationStatus of(Connection connection) throws SQLException;
    }

    /** A connection with auto-commit and the settings a migration needs. It may replace the one for reading. */
    Connection forMigrating() throws SQLException;

    /** The database's file, whether or not it exists; null for a database that is no file of this machine. */
    @Nullable
    Path file();

    @Override
    void close() throws SQLException;
}
