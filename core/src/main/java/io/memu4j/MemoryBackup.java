package io.memu4j;

import io.memu4j.admin.BackupKey;
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
 * Verifies and restores backups, which {@link io.memu4j.admin.MemoryAdmin#backup} makes. Needs no {@link MemoryServiceFactory}. A backup
 * is a folder: the rows as JSON Lines, the copies of sources, a manifest, and a SHA-256 of every file. It can be restored into another kind
 * of database than it was taken from. It is data: nothing in it is run, whoever made it. A {@link BackupKey} tells who made it.
 */
public final class MemoryBackup {
    private MemoryBackup() {}

    /**
     * Reads every byte and compares it with its checksum. Needs no database driver and changes nothing.
     *
     * @param folder the backup
     * @return what the backup holds
     * @throws io.memu4j.error.InvalidInputException if there is no backup
     * @throws io.memu4j.error.StoreException if it is damaged, or has missing or additional files
     */
    public static BackupReport verify(Path folder) {
        return Backups.report(folder, BackupReader.open(folder, null));
    }

    /**
     * Verifies a backup as {@link #verify(Path)} does, and its signature first.
     *
     * @param folder the backup
     * @param key the secret that the backup was signed with
     * @return what the backup holds
     * @throws io.memu4j.error.InvalidInputException if there is no backup
     * @throws io.memu4j.error.StoreException if it is not signed with the key, is damaged, or has missing or additional files
     */
    public static BackupReport verify(Path folder, BackupKey key) {
        return Backups.report(folder, BackupReader.open(folder, key));
    }

    /**
     * Replaces the content of a database by that of a backup.
     *
     * <p>The backup is verified, and its rows are read and checked. Then all rows are replaced in one transaction. Other processes see the
     * old memory or the new one. A crash leaves one of the two; repeat the call. Only the tables of memu4j are touched. Every scope gets a new incarnation, so that no search answers from the old rows.
     *
     * @param folder the backup
     * @param options the target
     * @return what was restored
     * @throws io.memu4j.error.InvalidInputException if there is no backup, or the database holds memory that must not be replaced
     * @throws io.memu4j.error.SchemaOutOfDateException if the schema of the backup is newer than this version
     * @throws io.memu4j.error.StoreException if the backup is damaged, is not signed with the key of the options, or the database fails; the
     *     database is then unchanged
     */
    public static RestoreReport restore(Path folder, RestoreOptions options) {
        BackupReader backup = BackupReader.open(folder, options.key());
        DatabaseConfig database = options.database();
        // Where the doctor looks for what a crash leaves of it.
        Path beside = database.file() == null ? options.blobs().folder() : database.file();
        Clock clock = Clock.systemUTC();
        try (MemoryStore store = Stores.open(database, clock)) {
            var backups = new Backups(store, BlobStores.open(options.blobs(), store, clock), clock);
            return backups.restore(backup, folder, beside == null ? null : beside.getParent(), options.replace());
        }
    }
}
