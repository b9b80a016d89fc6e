package io.memu4j;

import io.memu4j.admin.BackupReport;
import io.memu4j.admin.RestoreOptions;
import io.memu4j.admin.RestoreReport;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.internal.backup.BackupReader;
import io.memu4j.internal.backup.Backups;
import io.memu4j.internal.blob.BlobStores;
import io.memu4j.internal.provider.Stores;
import io.memu4j.spi.store.MemoryStore;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Proves and restores backups, which {@link io.memu4j.admin.MemoryAdmin#backup} makes; needs no {@link MemoryServiceFactory}. A backup is a folder: the
 * database's rows as a SQLite or H2 file, the copies of sources, a manifest, and a SHA-256 of every file. It may be restored into another
 * kind of database than it was taken from.
 */
public final class MemoryBackup {
    private MemoryBackup() {}

    /**
     * Reads every byte and compares it with its checksum. Needs no database driver and changes nothing.
     *
     * @throws io.memu4j.error.InvalidInputException when there is no backup
     * @throws io.memu4j.error.StoreException when it is damaged, or files are missing or too many
     */
    public static BackupReport verify(Path folder) {
        return Backups.report(folder, BackupReader.open(folder).manifest());
    }

    /**
     * Makes the database hold what the backup holds. The backup is proven first, opened as a copy, migrated where its schema is older,
     * and checked. Then all rows are replaced in one transaction: other processes that have the database open see the old memory or the
     * new one, and a crash at any moment leaves one of the two; run it again. Only the tables of memory are touched. Every scope gets a new
     * incarnation, so that no search answers from before.
     *
     * @throws io.memu4j.error.InvalidInputException when there is no backup, the database holds memory that must not be replaced, or the
     *     copies of sources would be shared with another database
     * @throws io.memu4j.error.SchemaOutOfDateException when the backup's schema is newer than this version
     * @throws io.memu4j.error.StoreException when the backup is damaged or the database fails; all is then as before
     */
    public static RestoreReport restore(Path folder, RestoreOptions options) {
        BackupReader backup = BackupReader.open(folder);
        DatabaseConfig database = options.database();
        // Where the doctor looks for what a crash leaves of it.
        Path beside = database.file() == null ? options.blobs().folder() : database.file();
        try (MemoryStore store = Stores.open(database)) {
            var backups = new Backups(store, BlobStores.open(options.blobs(), options.database()), Clock.systemUTC());
            return backups.restore(backup, folder, beside == null ? null : beside.getParent(), options.replace());
        }
    }
}
