package io.memu4j.config;

import io.memu4j.error.ConfigurationException;
import io.memu4j.internal.value.DatabasePath;
import io.memu4j.internal.value.ValueFields;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The database that keeps memory, and who migrates its schema. Immutable. {@link #toString} shows neither URL nor credentials. */
public final class DatabaseConfig {
    /** A supported database. */
    public enum Kind {
        /** The heap, without SQL. */
        MEMORY,
        /** SQLite, in a file. */
        SQLITE,
        /** H2, in a file or in the heap. */
        H2,
        /** PostgreSQL, on a server. */
        POSTGRESQL
    }

    /** Who creates and updates the schema. */
    public enum Migrate {
        /** Opening the database migrates it, under a lock, if change sets are pending. */
        ON_OPEN,
        /** Opening migrates a schema that is there already. It fails if there is none, and creates nothing. */
        EXISTING,
        /** The operator migrates. Opening fails if the schema does not fit. */
        NEVER
    }

    /** The most connections of a pool, unless another number is chosen. */
    static final int DEFAULT_POOL_SIZE = 10;

    /** A backup holds a connection for as long as it takes. */
    static final int LEAST_POOL_SIZE = 2;

    private final Fields fields;

    private DatabaseConfig(Fields fields) {
        this.fields = fields;
    }

    /** {@return a store in the heap, lost when the factory is closed} */
    public static DatabaseConfig memory() {
        return new DatabaseConfig(new Fields(Kind.MEMORY, null, null, Migrate.NEVER));
    }

    /**
     * Uses a SQLite file. Opening creates the file and its folder if they are missing, and migrates the schema.
     *
     * @param file absolute, or relative to the working directory
     * @return the database
     * @throws ConfigurationException if the name ends with a blank or contains a control character
     */
    public static DatabaseConfig sqlite(Path file) {
        DatabasePath.requireSqlite(file);
        return new DatabaseConfig(new Fields(Kind.SQLITE, file.toAbsolutePath().normalize(), null, Migrate.ON_OPEN));
    }

    /**
     * Uses an H2 file, which one process at a time can open. Opening creates the file if it is missing, and migrates the schema.
     *
     * @param file the path without the suffix {@code .mv.db}, which H2 appends
     * @return the database
     * @throws ConfigurationException if the name ends with a blank or with that suffix, or contains a control character
     */
    public static DatabaseConfig h2(Path file) {
        DatabasePath.requireH2(file.toString());
        DatabasePath.requireLength(file);
        return new DatabaseConfig(new Fields(Kind.H2, file.toAbsolutePath().normalize(), null, Migrate.ON_OPEN));
    }

    /** {@return an H2 database in the heap, private to its factory: the SQL store for tests} */
    public static DatabaseConfig h2InMemory() {
        return new DatabaseConfig(new Fields(Kind.H2, null, null, Migrate.ON_OPEN));
    }

    /**
     * Uses a PostgreSQL database. The operator migrates it, unless {@link #withMigrate} says otherwise.
     *
     * @param jdbcUrl for example {@code jdbc:postgresql://db.internal/memory}
     * @param user the database user
     * @param password the password of that user
     * @return the database
     * @throws ConfigurationException if the URL has a setting that {@link #jdbc} rejects
     */
    public static DatabaseConfig postgresql(String jdbcUrl, String user, String password) {
        JdbcSettings.requireHarmless(jdbcUrl);
        return new DatabaseConfig(new Fields(Kind.POSTGRESQL, null, jdbcUrl, Migrate.NEVER))
                .withCredentials(user, password);
    }

    /**
     * Uses the database of a JDBC URL. SQLite and H2 are migrated on opening, PostgreSQL is not.
     *
     * <p>The URL may come from outside the application: settings that run statements, load classes or write files are rejected. An H2
     * file with aliases, triggers, views or linked tables, which H2 would run, is not opened.
     *
     * @param jdbcUrl begins with {@code jdbc:sqlite:}, {@code jdbc:h2:} or {@code jdbc:postgresql:}; of SQLite without parameters
     * @return the database
     * @throws ConfigurationException if the URL names no supported database, or has a setting that is not known to be harmless
     */
    public static DatabaseConfig jdbc(String jdbcUrl) {
        JdbcSettings.requireHarmless(jdbcUrl);
        return of(jdbcUrl);
    }

    /**
     * Uses the database of a JDBC URL, with all that its settings and an H2 file run, load and write. For URLs and files of the
     * application's own; see {@link #jdbc} for all others.
     *
     * @param jdbcUrl as for {@link #jdbc}
     * @return the database
     * @throws ConfigurationException if the URL names no supported database
     */
    public static DatabaseConfig trustedJdbc(String jdbcUrl) {
        return of(jdbcUrl).copy(f -> f.trusted = true);
    }

    private static DatabaseConfig of(String jdbcUrl) {
        DatabasePath.requireUrl(jdbcUrl);
        String lower = jdbcUrl.toLowerCase(Locale.ROOT);
        if (lower.startsWith("jdbc:sqlite:")) {
            return sqliteUrl(jdbcUrl.substring("jdbc:sqlite:".length()));
        }
        if (lower.startsWith("jdbc:h2:")) {
            return new DatabaseConfig(new Fields(Kind.H2, null, jdbcUrl, Migrate.ON_OPEN));
        }
        if (lower.startsWith("jdbc:postgresql:")) {
            return new DatabaseConfig(new Fields(Kind.POSTGRESQL, null, jdbcUrl, Migrate.NEVER));
        }
        throw new ConfigurationException(
                "The database URL is of no supported database. Use jdbc:sqlite:, jdbc:h2: or jdbc:postgresql:.");
    }

    /**
     * Returns a copy with other credentials.
     *
     * @param user the database user, or null for none
     * @param password the password, or null for none
     * @return the copy
     */
    public DatabaseConfig withCredentials(@Nullable String user, @Nullable String password) {
        return copy(f -> {
            f.user = user;
            f.password = password;
        });
    }

    /**
     * Returns a copy with another choice of who migrates.
     *
     * @param who {@link Migrate#ON_OPEN} or {@link Migrate#NEVER}
     * @return the copy
     */
    public DatabaseConfig withMigrate(Migrate who) {
        return copy(f -> f.migrate = who);
    }

    /**
     * Returns a copy with another size of the connection pool. A call holds one connection, while it reads or writes rows and not while it
     * waits for a model.
     *
     * @param most connections at a time, from 2; 10 by default
     * @return the copy
     * @throws ConfigurationException if there are fewer
     */
    public DatabaseConfig withPoolSize(int most) {
        if (most < LEAST_POOL_SIZE) {
            throw new ConfigurationException("The pool of connections has a size of " + most + ". Expected at least "
                    + LEAST_POOL_SIZE + ": a backup holds one while others work.");
        }
        return copy(f -> f.poolSize = most);
    }

    /** {@return the kind of database} */
    public Kind kind() {
        return fields.kind;
    }

    /** {@return the absolute database file, or null if the database has none or a JDBC URL names it} */
    public @Nullable Path file() {
        return fields.file;
    }

    /**
     * Returns the file on this machine that holds the database, also if a JDBC URL names it; of H2 with its suffix.
     *
     * @return the absolute file, whether or not it exists, or null if the database is no file of this machine
     */
    public @Nullable Path storedIn() {
        Path named = fields.file;
        if (named != null) {
            return fields.kind == Kind.H2 ? named.resolveSibling(named.getFileName() + ".mv.db") : named;
        }
        return fields.kind == Kind.H2 && fields.url != null ? DatabasePath.ofH2(fields.url) : null;
    }

    /** {@return the JDBC URL, or null if {@link #kind} and {@link #file} are enough} */
    public @Nullable String url() {
        return fields.url;
    }

    /** {@return the database user, or null} */
    public @Nullable String user() {
        return fields.user;
    }

    /** {@return the password, or null} */
    public @Nullable String password() {
        return fields.password;
    }

    /** {@return who creates and updates the schema} */
    public Migrate migrate() {
        return fields.migrate;
    }

    /** {@return the most connections at a time} */
    public int poolSize() {
        return fields.poolSize;
    }

    /** {@return whether the application said that settings and file may run code} */
    public boolean trusted() {
        return fields.trusted;
    }

    /** {@return whether memory survives when the factory is closed} */
    public boolean isPersistent() {
        String url = fields.url;
        return fields.file != null
                || (url != null && !url.toLowerCase(Locale.ROOT).startsWith("jdbc:h2:mem:"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DatabaseConfig config && config.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "DatabaseConfig[" + kind() + (file() == null ? "" : ", " + file()) + ", migrate " + migrate() + "]";
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

    private DatabaseConfig copy(Consumer<Fields> change) {
        return new DatabaseConfig(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        final Kind kind;
        final @Nullable Path file;
        final @Nullable String url;

        @Nullable
        String user;

        @Nullable
        String password;

        Migrate migrate;
        int poolSize = DEFAULT_POOL_SIZE;
        boolean trusted = false;

        Fields(Kind kind, @Nullable Path file, @Nullable String url, Migrate migrate) {
            this.kind = kind;
            this.file = file;
            this.url = url;
            this.migrate = migrate;
        }

        @Override
        protected List<@Nullable Object> compared() {
            return Arrays.asList(kind, file, url, user, password, migrate, poolSize, trusted);
        }
    }
}
