package io.memu4j.internal.backup;

import io.memu4j.admin.BackupOptions;
import io.memu4j.admin.BackupReport;
import io.memu4j.admin.BackupReport.Signature;
import io.memu4j.admin.RestoreReport;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.NotFoundException;
import io.memu4j.error.StoreException;
import io.memu4j.internal.blob.BlobLifecycle;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.blob.BlobHold;
import io.memu4j.spi.blob.BlobStore;
import io.memu4j.spi.store.AllScopes;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.PhysicalStore;
import io.memu4j.spi.store.RowsFile;
import io.memu4j.spi.store.SnapshotContents;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes and restores backups of one store with its copies of sources. */
public record Backups(MemoryStore store, Optional<BlobStore> blobs, Clock clock) {

    public BackupReport backup(BackupOptions options) {
        PhysicalStore physical = physical();
        if (physical.isEncrypted() && !options.isUnencrypted()) {
            throw new InvalidInputException(
                    "The database is encrypted, and a backup of it would not be. Say that this is"
                            + " wanted (BackupOptions.unencrypted, or --unencrypted), and keep the backup on an encrypted disk.");
        }
        try (BackupWriter writer = BackupWriter.begin(options.folder());
                BlobHold held = hold()) {
            var begun = clock.instant();
            RowsFile snapshot = physical.copyRows(writer.database(), (scope, key) -> copy(writer, scope, key));
            BackupManifest manifest = writer.complete(snapshot, begun, version(), options.key());
            return report(
                    options.folder(), manifest, options.key() == null ? Signature.NONE : Signature.VERIFIED, List.of());
        }
    }

    /** Copies first, then rows: when the rows are there, so is everything they name. */
    public RestoreReport restore(BackupReader backup, Path folder, @Nullable Path work, boolean replace) {
        PhysicalStore physical = physical();
        long[] files = {0};
        long scopes;
        try (WorkDirectory temporary = WorkDirectory.create(work);
                SnapshotContents contents = physical.openRows(
                        backup.copyDatabase(temporary.path()), backup.manifest().snapshot());
                BlobHold held = hold()) {
            contents.requireRoom(replace);
            contents.blobs((scope, key) -> files[0] += putBack(backup, scope, key) ? 1 : 0);
            scopes = contents.replaceAll(replace);
        }
        sweep();
        return new RestoreReport(report(folder, backup), scopes, files[0]);
    }

    /** Returns what the backup in {@code folder} says of itself. */
    public static BackupReport report(Path folder, BackupReader backup) {
        return report(folder, backup.manifest(), backup.signature(), backup.strayFiles());
    }

    private static BackupReport report(
            Path folder, BackupManifest manifest, Signature signature, List<String> strayFiles) {
        return new BackupReport(
                folder.toAbsolutePath().normalize(),
                manifest.createdAt(),
                manifest.version(),
                manifest.snapshot().source(),
                manifest.snapshot().schemaVersion(),
                manifest.snapshot().rows(),
                manifest.files(),
                manifest.missingFiles(),
                signature,
                strayFiles);
    }

    private BlobHold hold() {
        return blobs.map(BlobStore::hold).orElse(() -> {});
    }

    private void copy(BackupWriter writer, MemoryScope scope, String key) {
        if (blobs.isEmpty()) {
            writer.addMissing();
            return;
        }
        byte[] content;
        try {
            content = blobs.get().get(scope, key);
        } catch (NotFoundException e) {
            writer.addMissing();
            return;
        }
        writer.add(scope, key, content);
    }

    /** Whether it was written; one that is there already stays. */
    private boolean putBack(BackupReader backup, MemoryScope scope, String key) {
        Optional<byte[]> content = backup.file(key);
        if (content.isEmpty() || blobs.isEmpty() || isThere(scope, key, content.get())) {
            return false;
        }
        String put = blobs.get().put(scope, key.substring(key.lastIndexOf('/') + 1), content.get());
        if (!put.equals(key)) {
            throw StoreException.permanent(
                    "A copy of a source of " + scope
                            + " got another key than it had when the backup was made. Restore into"
                            + " a place of the same kind.",
                    null);
        }
        return true;
    }

    private boolean isThere(MemoryScope scope, String key, byte[] content) {
        try {
            return Arrays.equals(blobs.orElseThrow().get(scope, key), content);
        } catch (NotFoundException e) {
            return false;
        }
    }

    private void sweep() {
        BlobLifecycle keeper = new BlobLifecycle(blobs, clock);
        AllScopes.of(store::scopes).forEach(summary -> keeper.sweepRestored(store.in(summary.scope())));
    }

    private PhysicalStore physical() {
        if (store instanceof PhysicalStore physical) {
            return physical;
        }
        throw new ConfigurationException("A store of the kind " + store.kind()
                + " cannot be backed up: it has no database. Export its memory, or use SQLite, H2 or PostgreSQL.");
    }

    private static String version() {
        String version = Backups.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
