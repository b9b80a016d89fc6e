package io.memu4j.admin;

import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.internal.value.ValueFields;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a backup is restored to. Immutable. */
public final class RestoreOptions {
    private final Fields fields;

    private RestoreOptions(Fields fields) {
        this.fields = fields;
    }

    /**
     * Restores into a database that is empty or does not exist. Copies of sources go to {@link BlobConfig#beside} it.
     *
     * @param database the target
     * @return the options
     */
    public static RestoreOptions into(DatabaseConfig database) {
        return new RestoreOptions(new Fields(database, BlobConfig.beside(database)));
    }

    /**
     * Returns a copy with another place for copies of sources.
     *
     * @param place must not be shared with another database
     * @return the copy
     */
    public RestoreOptions withBlobs(BlobConfig place) {
        return copy(f -> f.blobs = place);
    }

    /** {@return a copy that may replace memory in the target, in the transaction that writes the restored rows} */
    public RestoreOptions replacing() {
        return copy(f -> f.replace = true);
    }

    /**
     * Returns a copy that takes only a backup signed with this key.
     *
     * @param key the secret that {@link BackupOptions#withKey} was given, or null to take signed and unsigned backups
     * @return the copy
     */
    public RestoreOptions withKey(@Nullable BackupKey key) {
        return copy(f -> f.key = key);
    }

    /** {@return the key that the backup must be signed with, or null} */
    public @Nullable BackupKey key() {
        return fields.key;
    }

    /** {@return the target database; created and migrated as when it is opened} */
    public DatabaseConfig database() {
        return fields.database;
    }

    /** {@return where copies of sources are written} */
    public BlobConfig blobs() {
        return fields.blobs;
    }

    /** {@return whether memory in the target database may be replaced} */
    public boolean replace() {
        return fields.replace;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RestoreOptions that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "RestoreOptions[" + database() + ", " + blobs() + ", replace " + replace() + "]";
    }

    private RestoreOptions copy(Consumer<Fields> change) {
        return new RestoreOptions(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        final DatabaseConfig database;
        BlobConfig blobs;
        boolean replace = false;

        @Nullable
        BackupKey key;

        Fields(DatabaseConfig database, BlobConfig blobs) {
            this.database = database;
            this.blobs = blobs;
        }

        @Override
        protected List<@Nullable Object> compared() {
            return Arrays.asList(database, blobs, replace, key);
        }
    }
}
