package io.memu4j.admin;

import io.memu4j.internal.value.ValueFields;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where and how a backup is written. Immutable. */
public final class BackupOptions {
    private final Fields fields;

    private BackupOptions(Fields fields) {
        this.fields = fields;
    }

    /**
     * Writes an unsigned backup.
     *
     * @param folder does not exist, or is empty
     * @return the options
     */
    public static BackupOptions to(Path folder) {
        return new BackupOptions(new Fields(folder));
    }

    /**
     * Returns a copy that signs the backup.
     *
     * @param key the secret that {@link RestoreOptions#withKey} is given, or null for no signature
     * @return the copy
     */
    public BackupOptions withKey(@Nullable BackupKey key) {
        return copy(f -> f.key = key);
    }

    /** {@return a copy that may write what an encrypted database holds in the clear, because a backup is not encrypted} */
    public BackupOptions unencrypted() {
        return copy(f -> f.unencrypted = true);
    }

    /** {@return the folder of the backup} */
    public Path folder() {
        return fields.folder;
    }

    /** {@return the key that signs, or null} */
    public @Nullable BackupKey key() {
        return fields.key;
    }

    /** {@return whether an encrypted database may be backed up in the clear} */
    public boolean isUnencrypted() {
        return fields.unencrypted;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BackupOptions that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "BackupOptions[" + folder() + ", signed " + (key() != null) + ", unencrypted " + isUnencrypted() + "]";
    }

    private BackupOptions copy(Consumer<Fields> change) {
        return new BackupOptions(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        final Path folder;

        @Nullable
        BackupKey key;

        boolean unencrypted = false;

        Fields(Path folder) {
            this.folder = folder;
        }

        @Override
        protected List<@Nullable Object> compared() {
            return Arrays.asList(folder, key, unencrypted);
        }
    }
}
