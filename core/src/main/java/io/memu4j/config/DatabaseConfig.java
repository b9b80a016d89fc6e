package io.memu4j.config;

import io.memu4j.error.ConfigurationException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where memory is kept.
 *
 * @param kind which database
 * @param file the database file, for the kinds that have one; null otherwise
 * @param url the JDBC URL, or null where {@code file} or nothing says it all
 * @param user of the database, or null
 * @param password of the database, or null; never in {@link #toString()}
 * @param migrate who creates and updates the schema
 */
public record DatabaseConfig(
        Kind kind,
        @Nullable Path file,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        Migrate migrate) {
    /** The databases supported. */
    public enum Kind {
        MEMORY,
        SQLITE,
        H2,
        POSTGRESQL
    }

    /** Who creates and updates the schema. */
    public enum Migrate {
        /** Opening does, under a lock, when something is pending. */
        ON_OPEN,
        /** Somebody else does; opening fails when the schema does not fit. */
        NEVER
    }

    /** Nothing is kept beyond the life of the factory. */
    public static DatabaseConfig memory() {
        return new DatabaseConfig(Kind.MEMORY, null, null, null, null, Migrate.NEVER);
    }

    /** A SQLite file; it and its folder are created when missing. */
    public static DatabaseConfig sqlite(Path file) {
        return new DatabaseConfig(Kind.SQLITE, file.toAbsolutePath().normalize(), null, null, null, Migrate.ON_OPEN);
    }

    /** An H2 file, open in one process at a time; created when missing. H2 appends {@code .mv.db} to the name. */
    public static DatabaseConfig h2(Path file) {
        return new DatabaseConfig(Kind.H2, file.toAbsolutePath().normalize(), null, null, null, Migrate.ON_OPEN);
    }

    /** An H2 database in the heap, private to the factory: the real SQL store for tests. */
    public static DatabaseConfig h2InMemory() {
        return new DatabaseConfig(Kind.H2, null, null, null, null, Migrate.ON_OPEN);
    }

    /**
     * A PostgreSQL database, migrated by the operator unless {@link #withMigrate} says otherwise.
     *
     * @param jdbcUrl for example {@code jdbc:postgresql://db.internal/memory}
     */
    public static DatabaseConfig postgresql(String jdbcUrl, String user, String password) {
        return new DatabaseConfig(Kind.POSTGRESQL, null, jdbcUrl, user, password, Migrate.NEVER);
    }

    /**
     * The database of a JDBC URL.
     *
     * @throws ConfigurationException when it is not one of SQLite, H2 or PostgreSQL
     */
    public static DatabaseConfig jdbc(String jdbcUrl) {
        String lower = jdbcUrl.toLowerCase(Locale.ROOT);
        if (lower.startsWith("jdbc:sqlite:")) {
            return sqliteUrl(jdbcUrl.substring("jdbc:sqlite:".length()));
        }
        if (lower.startsWith("jdbc:h2:")) {
            return new DatabaseConfig(Kind.H2, null, jdbcUrl, null, null, Migrate.ON_OPEN);
        }
        if (lower.startsWith("jdbc:postgresql:")) {
            return new DatabaseConfig(Kind.POSTGRESQL, null, jdbcUrl, null, null, Migrate.NEVER);
        }
        throw new ConfigurationException(
                "The database URL is of no supported database. Use jdbc:sqlite:, jdbc:h2: or jdbc:postgresql:.");
    }

    /** The same with other credentials. */
    public DatabaseConfig withCredentials(@Nullable String newUser, @Nullable String newPassword) {
        return new DatabaseConfig(kind, file, url, newUser, newPassword, migrate);
    }

    /** The same with the schema kept by somebody else, or on opening. */
    public DatabaseConfig withMigrate(Migrate who) {
        return new DatabaseConfig(kind, file, url, user, password, who);
    }

    /** Whether anything survives the factory. */
    public boolean isPersistent() {
        return file != null || (url != null && !url.toLowerCase(Locale.ROOT).startsWith("jdbc:h2:mem:"));
    }

    @Override
    public String toString() {
        return "DatabaseConfig[" + kind + (file == null ? "" : ", " + file) + ", migrate " + migrate + "]";
    }

    private static DatabaseConfig sqliteUrl(String rest) {
        int parameters = rest.indexOf('?');
        String name = parameters < 0 ? rest : rest.substring(0, parameters);
        if (parameters >= 0 || name.isBlank() || name.startsWith(":") || name.startsWith("file:")) {
            throw new ConfigurationException(
                    "The SQLite URL must be jdbc:sqlite:PATH of a file, without parameters: the pragmas are set by the framework."
                            + " For a database that is not kept use DatabaseConfig.memory() or h2InMemory().");
        }
        return sqlite(Path.of(name));
    }
}
