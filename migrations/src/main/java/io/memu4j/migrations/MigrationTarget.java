package io.memu4j.migrations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A database to look at or to migrate. */
sealed interface MigrationTarget permits DataSourceTarget, UrlTarget {
    /** Whether it is known, without opening it, that there is no database yet. */
    boolean isAbsent();

    /** A connection that creates and changes nothing by being opened. */
    Connection openForReading() throws SQLException;

    Connection openForMigrating() throws SQLException;

    /** The database's file, whether or not it exists; null for a database that is no file of this machine. */
    @Nullable
    Path file();

    /** What a driver's error means for the caller. {@code deed} is "read" or "migrated". */
    default MigrationException failure(String deed, SQLException e) {
        return DriverErrors.translate(file(), deed, e);
    }
}
