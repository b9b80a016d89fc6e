package io.memu4j.admin;

import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;

/**
 * Where a backup is restored to.
 *
 * @param database created where it does not exist; migrated as when it is opened
 * @param blobs where the copies of sources go
 * @param replace whether memory that is there may be replaced by that of the backup
 */
public record RestoreOptions(DatabaseConfig database, BlobConfig blobs, boolean replace) {
    /** Into an empty or missing database, with the copies of sources in their usual place beside it. */
    public static RestoreOptions into(DatabaseConfig database) {
        return new RestoreOptions(database, BlobConfig.beside(database), false);
    }

    /** The same with the copies of sources elsewhere. */
    public RestoreOptions withBlobs(BlobConfig place) {
        return new RestoreOptions(database, place, replace);
    }

    /** The same into a database that is not empty: what is there goes, in the transaction that brings the backup back. */
    public RestoreOptions replacing() {
        return new RestoreOptions(database, blobs, true);
    }
}
