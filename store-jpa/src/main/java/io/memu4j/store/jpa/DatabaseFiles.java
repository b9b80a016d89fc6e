package io.memu4j.store.jpa;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.store.jpa.database.Databases;

/** Examines files of databases that may come from somebody else, before an engine opens them. */
public final class DatabaseFiles {
    private DatabaseFiles() {}

    /**
     * Rejects an H2 file with anything that H2 would run while it opens the file: aliases, triggers, views, linked tables, and other
     * definitions than those of tables. Opening a store does so by itself. Call it before other code opens the file, such as a migration.
     * Does nothing for other databases, for a file that does not exist, and for {@link DatabaseConfig#trustedJdbc}.
     *
     * @param database where the file is
     * @throws io.memu4j.error.StoreException if the file is rejected, damaged, or open in another process
     */
    public static void requireData(DatabaseConfig database) {
        Databases.requireData(database);
    }
}
