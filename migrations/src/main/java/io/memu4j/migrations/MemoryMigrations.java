package io.memu4j.migrations;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Creates and updates the schema on SQLite, H2 and PostgreSQL, and reports whether it fits.
 *
 * <p>A {@code DataSource} is asked for one connection, which is returned with the auto-commit mode it came with. A URL opens one
 * connection of its own, without a pool. A SQLite URL is {@code jdbc:sqlite:PATH} without parameters. All methods may be called from
 * several threads and processes at once: one migrates, the others wait and find nothing to do. An H2 file belongs to one process; a
 * second one is rejected with {@link MigrationException.Reason#IN_USE}.
 *
 * <p>If nothing is pending, no class of Liquibase is loaded and nothing is written. This costs a few queries, and works without Liquibase
 * on the class path. A schema without entries in Liquibase's table is judged by the version in {@code memu_schema} alone. The
 * application's own change sets may live in the same database.
 *
 * <p>The first migration creates an empty file {@code NAME.migrate.lock} beside a SQLite or H2 file. It stays there: deleting it would
 * let two migrations run at once.
 */
public final class MemoryMigrations {
    /** The changelog on the class path, to run Liquibase directly. */
    public static final String CHANGELOG = "io/memu4j/db/changelog/memu4j.xml";

    /** The schema version that this library expects. */
    public static final int SCHEMA_VERSION = 2;

    private MemoryMigrations() {}

    /**
     * Runs what is pending. Does nothing if the schema is up to date. Can be repeated after any failure, also after the process died.
     *
     * @param database the database, whose user may change the schema
     * @return what was done
     * @throws MigrationException if the migration fails, or the schema is too new
     */
    public static MigrationReport migrate(DataSource database) {
        return Migration.run(new DataSourceTarget(database));
    }

    /**
     * Migrates as {@link #migrate(DataSource)} does. Creates a SQLite or H2 file and its folder if they are missing.
     *
     * @param jdbcUrl the URL of SQLite, H2 or PostgreSQL
     * @param user the database user, or null for none; H2 then uses {@code sa}, as the store does
     * @param password the password, or null for none
     * @return what was done
     * @throws MigrationException if the migration fails, or the schema is too new
     */
    public static MigrationReport migrate(String jdbcUrl, @Nullable String user, @Nullable String password) {
        return Migration.run(UrlTarget.of(jdbcUrl, user, password));
    }

    /**
     * Compares the schema with the expected one. Writes nothing.
     *
     * @param database the database
     * @return the comparison
     * @throws MigrationException if the schema cannot be read
     */
    public static MigrationStatus status(DataSource database) {
        return Migration.status(new DataSourceTarget(database));
    }

    /**
     * Compares the schema as {@link #status(DataSource)} does. A missing file is not created; it has no schema.
     *
     * @param jdbcUrl the URL of SQLite, H2 or PostgreSQL
     * @param user the database user, or null for none; H2 then uses {@code sa}, as the store does
     * @param password the password, or null for none
     * @return the comparison
     * @throws MigrationException if the schema cannot be read
     */
    public static MigrationStatus status(String jdbcUrl, @Nullable String user, @Nullable String password) {
        return Migration.status(UrlTarget.of(jdbcUrl, user, password));
    }

    /**
     * Does nothing if the schema is {@linkplain MigrationStatus#upToDate() up to date}. Reads no more than {@link #status(DataSource)}:
     * it does not compare columns.
     *
     * @param database the database
     * @throws MigrationException with {@link MigrationException.Reason#SCHEMA_DOES_NOT_FIT} if it is not
     */
    public static void validate(DataSource database) {
        status(database).requireUpToDate();
    }

    /**
     * Validates as {@link #validate(DataSource)} does.
     *
     * @param jdbcUrl the URL of SQLite, H2 or PostgreSQL
     * @param user the database user, or null for none; H2 then uses {@code sa}, as the store does
     * @param password the password, or null for none
     * @throws MigrationException with {@link MigrationException.Reason#SCHEMA_DOES_NOT_FIT} if the schema is not up to date
     */
    public static void validate(String jdbcUrl, @Nullable String user, @Nullable String password) {
        status(jdbcUrl, user, password).requireUpToDate();
    }
}
