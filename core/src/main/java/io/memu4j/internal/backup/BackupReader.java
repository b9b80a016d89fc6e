package io.memu4j.internal.backup;

import io.memu4j.admin.BackupKey;
import io.memu4j.admin.BackupReport.Signature;
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
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A backup whose every byte was compared with its checksum when it was opened, and is again when it is read. Reading changes nothing. */
public final class BackupReader {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([0-9a-zA-Z_.-]+(?:/[0-9a-zA-Z_.-]+)+)");

    /** What file managers, storage devices and network file systems leave: macOS, Windows, KDE, Synology, NFS. */
    private static final Pattern STRAY =
            Pattern.compile("(?:.*/)?(?:\\.DS_Store|\\._[^/\\p{C}]*|Thumbs\\.db|desktop\\.ini"
                    + "|\\.directory|\\.nfs[0-9a-f]+|\\.fseventsd/[^\\p{C}]*|@eaDir/[^\\p{C}]*|#recycle/[^\\p{C}]*)");

    private static final int MOST_STRAY = 20;
    private static final long LARGEST_LIST = Integer.MAX_VALUE - 16L;

    private final Path root;
    private final BackupManifest manifest;
    private final Map<String, String> sums;
    private final Signature signature;
    private final List<String> strayFiles;

    private BackupReader(
            Path root,
            BackupManifest manifest,
            Map<String, String> sums,
            Signature signature,
            List<String> strayFiles) {
        this.root = root;
        this.manifest = manifest;
        this.sums = sums;
        this.signature = signature;
        this.strayFiles = strayFiles;
    }

    /**
     * Opens a backup and proves it: the manifest by its signature and its checksum, every file by its own, none missing and none too many.
     * The folder may be named through a link.
     *
     * @param key what the backup must be signed with, or null
     * @throws InvalidInputException when there is no backup
     * @throws StoreException when it is damaged, or not signed with the key; the message says which file
     */
    public static BackupReader open(Path folder, @Nullable BackupKey key) {
        Path root = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            throw new InvalidInputException("There is no backup at " + root + ". Name the folder of one.");
        }
        try {
            root = root.toRealPath();
            byte[] json = required(root, BackupLayout.MANIFEST);
            Signature signature = signature(root, json, key);
            BackupManifest manifest = manifest(root, json);
            Map<String, String> sums = sums(root, manifest);
            List<String> strayFiles = requireSameFiles(root, sums.keySet());
            for (Map.Entry<String, String> file : sums.entrySet()) {
                if (!Checksum.of(root.resolve(file.getKey())).equals(file.getValue())) {
                    throw new DamagedBackup(
                            "the file " + file.getKey() + " has another checksum than " + BackupLayout.SUMS + " says");
                }
            }
            return new BackupReader(root, manifest, sums, signature, strayFiles);
        } catch (DamagedBackup e) {
            throw damaged(root, e);
        } catch (IOException e) {
            throw unreadable(root, e);
        }
    }

    public BackupManifest manifest() {
        return manifest;
    }

    public Signature signature() {
        return signature;
    }

    /** Files that do not belong to it and were not read, 20 at most. */
    public List<String> strayFiles() {
        return strayFiles;
    }

    /** Copies the database into that folder, and compares again. */
    public Path copyDatabase(Path into) {
        String name = BackupLayout.DATABASE + "/" + manifest.snapshot().fileName();
        Path copy = into.resolve("rows");
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

    /** Compared before anything of the backup is understood. */
    private static Signature signature(Path root, byte[] manifest, @Nullable BackupKey key) throws IOException {
        boolean signed = Files.exists(root.resolve(BackupLayout.SIGNATURE), LinkOption.NOFOLLOW_LINKS);
        if (key == null) {
            return signed ? Signature.UNCHECKED : Signature.NONE;
        }
        if (!signed) {
            throw StoreException.permanent(
                    "The backup " + root
                            + " is not signed, and a key was given that it must be signed with. Use a backup"
                            + " that was made with this key, or leave the key out if you know where the backup comes from.",
                    null);
        }
        byte[] line = required(root, BackupLayout.SIGNATURE);
        if (!MessageDigest.isEqual(line, BackupWriter.signatureLine(manifest, key))) {
            throw StoreException.permanent(
                    "The backup " + root + " was not signed with the key that was given, or was changed afterwards. Use"
                            + " another backup, or the key that it was made with.",
                    null);
        }
        return Signature.VERIFIED;
    }

    private static BackupManifest manifest(Path root, byte[] json) throws IOException {
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

    /** Returns files that others leave in every folder. Any other file that is not named is refused. */
    private static List<String> requireSameFiles(Path root, Set<String> named) throws IOException {
        Set<String> missing = new HashSet<>(named);
        List<String> strayFiles = new ArrayList<>();
        try (Stream<Path> entries = Files.walk(root)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    continue;
                }
                String name = root.relativize(entry).toString().replace('\\', '/');
                boolean regular = Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
                if (STRAY.matcher(name).matches() && !named.contains(name)) {
                    strayFiles.add(name);
                } else if (!regular || (!missing.remove(name) && !isOwn(name))) {
                    throw new DamagedBackup("the file " + name + " does not belong to it");
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new DamagedBackup("the file " + missing.iterator().next() + " is missing");
        }
        return strayFiles.stream().sorted().limit(MOST_STRAY).toList();
    }

    private static boolean isOwn(String name) {
        return name.equals(BackupLayout.MANIFEST)
                || name.equals(BackupLayout.MANIFEST_SUM)
                || name.equals(BackupLayout.SIGNATURE)
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
