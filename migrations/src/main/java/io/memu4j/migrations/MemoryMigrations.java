package io.memu4j.migrations;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Creates and updates the schema on SQLite, H2 and PostgreSQL, and tells whether it fits.
 *
 * <p>A {@code DataSource} is asked for one connection, which goes back with the auto-commit mode it came with. A URL opens
 * one connection of its own, not pooled. A SQLite URL is {@code jdbc:sqlite:PATH} without parameters. All methods may be
 * called from several threads and processes at once: one migrates, the others wait for it and find nothing to do. An H2
 * file belongs to one process; a second one is refused with {@link MigrationException.Reason#IN_USE}.
 *
 * <p>When nothing is pending no class of Liquibase is loaded and nothing is written: this costs a few queries, and works
 * without Liquibase on the class path. A schema without entries in Liquibase's table is judged by the version in
 * {@code memu_schema} alone. The application's own change sets may live in the same database.
 *
 * <p>Beside a SQLite or H2 file a file {@code NAME.migrate.lock} is created by the first migration and stays there, empty:
 * removing it would let two migrations run at once.
 */
public final class MemoryMigrations {
    /** The changelog on the class path, for whoever runs Liquibase directly. */
    public static final String CHANGELOG = "io/memu4j/db/changelog/memu4j.xml";

    /** The schema version this library expects. */
    public static final int SCHEMA_VERSION = 1;

    private MemoryMigrations() {}

    /**
     * Runs what is pending; does nothing when the schema is up to date. Safe to repeat after any failure, the death of the
     * process included.
     *
     * @throws MigrationException when it fails, or the schema is too new
     */
    public static MigrationReport migrate(DataSource database) {
        return Migration.run(new DataSourceTarget(database));
    }

    /**
     * As {@link #migrate(DataSource)}. Creates a SQLite or H2 file with its folder when it is missing.
     *
     * @param jdbcUrl of SQLite, H2 or PostgreSQL
     * @param user null for none; H2 then takes {@code sa}, as the store does
     * @param password null for none
     */
    public static MigrationReport migrate(String jdbcUrl, @Nullable String user, @Nullable String password) {
        return Migration.run(UrlTarget.of(jdbcUrl, user, password));
    }

    /**
     * Reads how the schema compares with the one expected. Writes nothing.
     *
     * @throws MigrationException when it cannot be read
     */
    public static MigrationStatus status(DataSource database) {
        return Migration.status(new DataSourceTarget(database));
    }

    /** As {@link #status(DataSource)}. A file that does not exist is not created; it has no schema. */
    public static MigrationStatus status(String jdbcUrl, @Nullable String user, @Nullable String password) {
        return Migration.status(UrlTarget.of(jdbcUrl, user, password));
    }

    /**
     * Does nothing when the schema is {@linkplain MigrationStatus#upToDate() up to date}. Reads no more than
     * {@link #status(DataSource)} does: the columns of each table are compared by whoever maps them.
     *
     * @throws MigrationException with {@link MigrationException.Reason#SCHEMA_DOES_NOT_FIT} when it is not
     */
    public static void validate(DataSource database) {
        status(database).requireUpToDate();
    }

    /** As {@link #validate(DataSource)}. */
    public static void validate(String jdbcUrl, @Nullable String user, @Nullable String password) {
        status(jdbcUrl, user, password).requireUpToDate();
    }
}
