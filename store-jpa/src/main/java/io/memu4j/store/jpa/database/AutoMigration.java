package io.memu4j.store.jpa.database;

import io.memu4j.error.ConfigurationException;
import io.memu4j.error.SchemaOutOfDateException;
import io.memu4j.error.StoreException;
import io.memu4j.migrations.MemoryMigrations;
import io.memu4j.migrations.MigrationException;

/** Migrates on opening, with the module that an application may leave out. */
final class AutoMigration {
    private AutoMigration() {}

    /** Runs what is pending. */
    static void run(Database database) {
        try {
            Linked.run(database);
        } catch (NoClassDefFoundError e) {
            throw new ConfigurationException(
                    "The schema of the " + database.label()
                            + " is missing or out of date, and nothing on the class path can"
                            + " migrate it. Add the dependency io.memu4j:memu4j-migrations, or run 'memu migrate' or"
                            + " MemoryMigrations.migrate elsewhere.",
                    e);
        }
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

        private static RuntimeException translated(MigrationException e) {
            String message = String.valueOf(e.getMessage());
            return switch (e.reason()) {
                case SCHEMA_DOES_NOT_FIT -> new SchemaOutOfDateException(message, e);
                case IN_USE -> StoreException.retriable(message, e);
                case CONFIGURATION -> new ConfigurationException(message, e);
                case FAILED -> StoreException.permanent(message, e);
            };
        }
    }
}
