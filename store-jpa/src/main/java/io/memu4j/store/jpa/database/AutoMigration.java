package io.memu4j.store.jpa.database;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.DatabaseConfig.Kind;
import io.memu4j.config.DatabaseConfig.Migrate;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.SchemaOutOfDateException;
import io.memu4j.error.StoreException;
import io.memu4j.migrations.MemoryMigrations;
import io.memu4j.migrations.MigrationException;
import io.memu4j.migrations.MigrationException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Migrates on opening, with the module that an application may leave out. */
final class AutoMigration {
    /** A SQLite file of one page has no table of ours in it. */
    private static final long SMALL = 4096;

    private AutoMigration() {}

    /** Runs what is pending. */
    static void run(Database database) {
        try {
            Linked.run(database);
        } catch (NoClassDefFoundError e) {
            throw missing(database.label(), e);
        }
    }

    /**
     * Makes a file that is not there, under the guard of migrations, where the configuration allows that. Refuses one that is what is left of
     * a database, before a driver writes to it; without the module that cannot be told.
     */
    static void beforeOpening(DatabaseConfig config, String label, Path file) {
        boolean absent = !Files.exists(file);
        boolean create = config.migrate() == Migrate.ON_OPEN;
        if (absent && config.migrate() == Migrate.NEVER && config.kind() == Kind.H2) {
            throw new SchemaOutOfDateException("The " + label + " does not exist, and nothing may be created when it is"
                    + " opened. Run 'memu migrate' or MemoryMigrations.migrate first.");
        }
        if (absent && !create) {
            return; // the driver says so
        }
        if (!absent && config.kind() == Kind.SQLITE && file.toFile().length() > SMALL) {
            return;
        }
        try {
            Linked.look(config, create && file.toFile().length() == 0);
        } catch (NoClassDefFoundError e) {
            if (absent) {
                throw missing(label, e);
            }
        }
    }

    private static ConfigurationException missing(String label, NoClassDefFoundError e) {
        return new ConfigurationException(
                "The schema of the " + label
                        + " is missing or out of date, and nothing on the class path can"
                        + " migrate it. Add the dependency io.memu4j:memu4j-migrations, or run 'memu migrate' or"
                        + " MemoryMigrations.migrate elsewhere.",
                e);
    }

    /** Loaded only when something is pending: the one class that needs the module. */
    private static final class Linked {
        static void run(Database database) {
            try {
                // SQLite's tables are rebuilt with foreign keys off, so on a connection outside the pool.
                if (database.kind() == Database.Kind.SQLITE) {
                    MemoryMigrations.migrate("jdbc:sqlite:" + database.file(), null, null);
                } else {
                    MemoryMigrations.migrate(database.source());
                }
            } catch (MigrationException e) {
                throw translated(e);
            }
        }

        static void look(DatabaseConfig config, boolean create) {
            String url =
                    switch (config.kind()) {
                        case SQLITE -> "jdbc:sqlite:" + config.file();
                        case H2 -> config.url() != null ? config.url() : "jdbc:h2:file:" + config.file();
                        case POSTGRESQL, MEMORY -> Objects.requireNonNull(config.url());
                    };
            try {
                if (create) {
                    MemoryMigrations.migrate(url, config.user(), config.password());
                } else {
                    MemoryMigrations.status(url, config.user(), config.password());
                }
            } catch (MigrationException e) {
                // Whatever else is wrong, opening the database says better.
                if (create || e.reason() == Reason.BROKEN_FILE) {
                    throw translated(e);
                }
            }
        }

        private static RuntimeException translated(MigrationException e) {
            String message = String.valueOf(e.getMessage());
            return switch (e.reason()) {
                case SCHEMA_DOES_NOT_FIT -> new SchemaOutOfDateException(message, e);
                case IN_USE -> StoreException.retriable(message, e);
                case CONFIGURATION -> new ConfigurationException(message, e);
                case FAILED, BROKEN_FILE -> StoreException.permanent(message, e);
            };
        }
    }
}
