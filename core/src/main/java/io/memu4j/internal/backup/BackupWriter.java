package io.memu4j.internal.backup;

import io.memu4j.admin.BackupKey;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.StoreException;
import io.memu4j.internal.files.DurableFiles;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.RowsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a backup beside its place, and gives it its name when all of it is on the disk. Closed before that, it is deleted; what a crash
 * leaves, the next backup beside it deletes. One thread.
 */
public final class BackupWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BackupWriter.class);

    private final Path target;
    private final StagingDirectory draft;
    private final TreeMap<String, String> sums = new TreeMap<>();
    private long files;
    private long missingFiles;

    private BackupWriter(Path target, StagingDirectory draft) {
        this.target = target;
        this.draft = draft;
    }

    /**
     * Begins a backup.
     *
     * @param folder does not exist, or is empty
     * @throws InvalidInputException when it is neither
     */
    public static BackupWriter begin(Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        Path parent = target.getParent();
        if (parent == null) {
            throw new InvalidInputException("A backup cannot be written to the root folder. Name a folder in it.");
        }
        try {
            requireFree(target);
            DurableFiles.createFolders(parent);
            BackupWriter writer =
                    new BackupWriter(target, StagingDirectory.create(parent, String.valueOf(target.getFileName())));
            DurableFiles.createFolder(writer.database());
            DurableFiles.createFolder(writer.root().resolve(BackupLayout.FILES));
            return writer;
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** An empty folder for the copy of the database. */
    public Path database() {
        return root().resolve(BackupLayout.DATABASE);
    }

    private Path root() {
        return draft.folder();
    }

    /** Adds the copy of a source. */
    public void add(MemoryScope scope, String blobKey, byte[] content) {
        String path = path(blobKey);
        Path file = root().resolve(path);
        try {
            Path folder = file.getParent();
            if (folder != null) {
                DurableFiles.createFolders(folder);
            }
            DurableFiles.write(file, content);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
        sums.put(path, Checksum.of(content));
        files++;
    }

    /** Counts a copy that a row names and that does not exist. */
    public void addMissing() {
        missingFiles++;
    }

    /** Writes the checksums, and a signature where there is a key; syncs everything and gives it its name. */
    public BackupManifest complete(RowsFile snapshot, Instant createdAt, String version, @Nullable BackupKey key) {
        try {
            String path = BackupLayout.DATABASE + "/" + snapshot.fileName();
            sums.put(path, Checksum.of(root().resolve(path)));
            StringBuilder lines = new StringBuilder();
            sums.forEach(
                    (file, sum) -> lines.append(sum).append("  ").append(file).append('\n'));
            byte[] list = lines.toString().getBytes(StandardCharsets.UTF_8);
            DurableFiles.write(root().resolve(BackupLayout.SUMS), list);
            BackupManifest manifest =
                    new BackupManifest(createdAt, version, snapshot, files, missingFiles, Checksum.of(list));
            byte[] json = manifest.toJson();
            DurableFiles.write(root().resolve(BackupLayout.MANIFEST), json);
            DurableFiles.write(root().resolve(BackupLayout.MANIFEST_SUM), sumLine(json));
            if (key != null) {
                DurableFiles.write(root().resolve(BackupLayout.SIGNATURE), signatureLine(json, key));
            }
            DurableFiles.syncTree(root());
            requireFree(target);
            Files.deleteIfExists(target);
            Files.move(root(), target, StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.sync(target.resolveSibling("."));
            return manifest;
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    @Override
    public void close() {
        try {
            draft.close();
        } catch (IOException e) {
            log.warn("The unfinished backup {} could not be deleted; delete it by hand.", root(), e);
        }
    }

    static byte[] sumLine(byte[] manifest) {
        return (Checksum.of(manifest) + "  " + BackupLayout.MANIFEST + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] signatureLine(byte[] manifest, BackupKey key) {
        String signature = HexFormat.of().formatHex(key.sign(manifest));
        return (signature + "  " + BackupLayout.MANIFEST + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Keys are {@code folder/name} of hexadecimal digits and hyphens; anything else is not a path to be trusted. */
    static String path(String blobKey) {
        if (!blobKey.matches("[0-9a-zA-Z_-]+(/[0-9a-zA-Z_-]+)*")) {
            throw StoreException.permanent(
                    "A row names a copy by a key that cannot be a path. Expected letters, digits, hyphens and slashes.",
                    null);
        }
        return BackupLayout.FILES + "/" + blobKey;
    }

    private static void requireFree(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        boolean empty = false;
        if (Files.isDirectory(target)) {
            try (var entries = Files.list(target)) {
                empty = entries.findAny().isEmpty();
            }
        }
        if (!empty) {
            throw new InvalidInputException("The folder " + target
                    + " exists already and is not empty. Name a new one: a backup never overwrites anything.");
        }
    }

    private static StoreException unwritable(Path target, IOException e) {
        String reason = e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(e.getMessage());
        return StoreException.permanent(
                "The backup " + target + " cannot be written (" + reason
                        + "). Nothing was left under its name. Check the permissions and the free space.",
                e);
    }
}
