package io.memu4j.internal.backup;

import io.memu4j.error.InvalidInputException;
import io.memu4j.error.StoreException;
import io.memu4j.internal.files.DurableFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A backup whose every byte was compared with its checksum when it was opened, and is again when it is read. Reading changes nothing. */
public final class BackupReader {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([0-9a-zA-Z_.-]+(?:/[0-9a-zA-Z_.-]+)+)");
    private static final long LARGEST_LIST = Integer.MAX_VALUE - 16L;

    private final Path root;
    private final BackupManifest manifest;
    private final Map<String, String> sums;

    private BackupReader(Path root, BackupManifest manifest, Map<String, String> sums) {
        this.root = root;
        this.manifest = manifest;
        this.sums = sums;
    }

    /**
     * Opens a backup and proves it: the manifest by its checksum, every file by its own, none missing and none too many.
     *
     * @throws InvalidInputException when there is no backup
     * @throws StoreException when it is damaged; the message says which file
     */
    public static BackupReader open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            throw new InvalidInputException("There is no backup at " + root + ". Name the folder of one.");
        }
        try {
            BackupManifest manifest = manifest(root);
            Map<String, String> sums = sums(root, manifest);
            requireSameFiles(root, sums.keySet());
            for (Map.Entry<String, String> file : sums.entrySet()) {
                if (!Checksum.of(root.resolve(file.getKey())).equals(file.getValue())) {
                    throw new DamagedBackup(
                            "the file " + file.getKey() + " has another checksum than " + BackupLayout.SUMS + " says");
                }
            }
            return new BackupReader(root, manifest, sums);
        } catch (DamagedBackup e) {
            throw damaged(root, e);
        } catch (IOException e) {
            throw unreadable(root, e);
        }
    }

    public BackupManifest manifest() {
        return manifest;
    }

    /** Copies the database into that folder, and compares again. */
    public Path copyDatabase(Path into) {
        String name = BackupLayout.DATABASE + "/" + manifest.snapshot().fileName();
        Path copy = into.resolve(manifest.snapshot().fileName());
        try {
            String sum;
            try (OutputStream out = Channels.newOutputStream(DurableFiles.create(copy))) {
                sum = Checksum.copying(root.resolve(name), out);
            }
            if (!sum.equals(sums.get(name))) {
                throw damaged(root, new DamagedBackup("the file " + name + " changed while it was read"));
            }
            return copy;
        } catch (IOException e) {
            throw unreadable(root, e);
        }
    }

    /** The copy of a source; empty where the backup has none. */
    public Optional<byte[]> file(String blobKey) {
        String name = BackupWriter.path(blobKey);
        String expected = sums.get(name);
        if (expected == null) {
            return Optional.empty();
        }
        try {
            byte[] content = Files.readAllBytes(root.resolve(name));
            if (!Checksum.of(content).equals(expected)) {
                throw damaged(root, new DamagedBackup("the file " + name + " changed while it was read"));
            }
            return Optional.of(content);
        } catch (IOException e) {
            throw unreadable(root, e);
        }
    }

    private static BackupManifest manifest(Path root) throws IOException {
        byte[] json = required(root, BackupLayout.MANIFEST);
        byte[] sum = required(root, BackupLayout.MANIFEST_SUM);
        if (!Arrays.equals(sum, BackupWriter.sumLine(json))) {
            throw new DamagedBackup(
                    BackupLayout.MANIFEST + " has another checksum than " + BackupLayout.MANIFEST_SUM + " says");
        }
        return BackupManifest.parse(json);
    }

    private static Map<String, String> sums(Path root, BackupManifest manifest) throws IOException {
        byte[] list = required(root, BackupLayout.SUMS);
        if (!Checksum.of(list).equals(manifest.sums())) {
            throw new DamagedBackup(BackupLayout.SUMS + " has another checksum than the manifest says");
        }
        Map<String, String> sums = new LinkedHashMap<>();
        new String(list, StandardCharsets.UTF_8).lines().forEach(line -> {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches() || parts.group(2).contains("..")) {
                throw new DamagedBackup(BackupLayout.SUMS + " has a line that is no checksum of a file in the backup");
            }
            sums.put(parts.group(2), parts.group(1));
        });
        if (!sums.containsKey(BackupLayout.DATABASE + "/" + manifest.snapshot().fileName())) {
            throw new DamagedBackup(BackupLayout.SUMS + " does not name the database");
        }
        long files = sums.keySet().stream()
                .filter(name -> name.startsWith(BackupLayout.FILES + "/"))
                .count();
        if (files != manifest.files()) {
            throw new DamagedBackup(BackupLayout.SUMS + " names " + files + " copies of sources, and the manifest says "
                    + manifest.files());
        }
        return sums;
    }

    private static byte[] required(Path root, String name) throws IOException {
        Path file = root.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new DamagedBackup(name + " is missing");
        }
        if (Files.size(file) > LARGEST_LIST) {
            throw new DamagedBackup(name + " is larger than any such file");
        }
        return Files.readAllBytes(file);
    }

    private static void requireSameFiles(Path root, Set<String> named) throws IOException {
        Set<String> missing = new HashSet<>(named);
        try (Stream<Path> entries = Files.walk(root)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    continue;
                }
                String name = root.relativize(entry).toString().replace('\\', '/');
                boolean regular = Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
                if (!regular || (!missing.remove(name) && !isOwn(name))) {
                    throw new DamagedBackup("the file " + name + " does not belong to it");
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new DamagedBackup("the file " + missing.iterator().next() + " is missing");
        }
    }

    private static boolean isOwn(String name) {
        return name.equals(BackupLayout.MANIFEST)
                || name.equals(BackupLayout.MANIFEST_SUM)
                || name.equals(BackupLayout.SUMS);
    }

    private static StoreException damaged(Path root, DamagedBackup e) {
        return StoreException.permanent(
                "The backup " + root + " is damaged or incomplete: " + e.getMessage() + ". Use another backup.", e);
    }

    private static StoreException unreadable(Path root, IOException e) {
        return StoreException.permanent(
                "The backup " + root + " cannot be read: " + e.getClass().getSimpleName()
                        + ". Check its permissions and the disk.",
                e);
    }
}
