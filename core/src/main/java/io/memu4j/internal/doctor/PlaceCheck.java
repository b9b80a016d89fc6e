package io.memu4j.internal.doctor;

import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import io.memu4j.internal.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at the folder of copies: its permissions, the room on its disk, and what a restore left beside it. One use. */
final class PlaceCheck {
    private static final long ENOUGH = 100L << 20;
    private static final Pattern RESTORE = Pattern.compile("\\.memu-restore\\.[0-9a-f-]{36}\\.partial");
    private static final Pattern SCOPE = Pattern.compile("[0-9a-f]{64}");
    private static final String LOCK = ".lock";

    private final Path own;
    private final Path root;
    private final List<Finding> known;
    private final boolean fix;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param own the folder of this database's copies, in the configured one; neither need exist yet
     * @param known what was found before: nothing is told twice where the database is in the same folder
     * @param fix whether to take permissions on our folders away from other users
     */
    PlaceCheck(Path own, List<Finding> known, boolean fix) {
        this.own = own;
        this.root = Objects.requireNonNull(own.getParent(), "the configured folder");
        this.fix = fix;
        this.known = known;
    }

    List<Finding> run() {
        Path there = existing();
        try {
            if (there != null) {
                permissions(there);
                disk(Files.getFileStore(there).getUsableSpace());
            }
            if (Files.isDirectory(own)) {
                permissions(own);
                openToOthers();
            }
            leftovers();
        } catch (IOException e) {
            add(
                    Area.FILES,
                    root,
                    "The folder of copies " + root + " cannot be examined.",
                    "Give the user who runs this the right to read it and the folder it is in.");
        }
        return findings;
    }

    private void permissions(Path there) {
        if (!Files.isWritable(there) || !Files.isReadable(there)) {
            add(
                    Area.FILES,
                    there,
                    "The folder " + there + " for copies of sources cannot be read and written by this user.",
                    "Give the user who runs this both rights to the folder.");
        }
        if ((there.equals(root) || there.equals(own)) && isWritableByOthers(there)) {
            add(
                    Area.FILES,
                    there,
                    "Every user of this machine may write to the folder " + there + " of copies of sources.",
                    "Take that right away: chmod o-w.");
        }
    }

    /** What we keep in the configured folder; that one itself may be the application's. */
    private void openToOthers() throws IOException {
        List<Path> open;
        try (Stream<Path> entries = Files.list(own)) {
            Stream<Path> scopes = entries.filter(
                    entry -> SCOPE.matcher(String.valueOf(entry.getFileName())).matches());
            Stream<Path> ours = Stream.of(own, beside(".lock"), beside(".databases"));
            open = Stream.concat(ours, scopes)
                    .filter(PrivateFiles::isOpenToOthers)
                    .toList();
        }
        if (!open.isEmpty()) {
            Finding finding = Finding.fixable(
                    Area.FILES,
                    "Other users of this machine may open " + open.get(0)
                            + (open.size() == 1 ? "" : " and " + (open.size() - 1) + " more")
                            + ", which belong to the copies of sources.",
                    "'memu doctor --fix' takes that right away: chmod go-rwx.");
            boolean closed =
                    fix && open.stream().filter(PrivateFiles::closeToOthers).count() == open.size();
            findings.add(closed ? finding.asFixed() : finding);
        }
    }

    private Path beside(String suffix) {
        return root.resolveSibling(root.getFileName() + suffix);
    }

    /** What is to be said of a disk with so much room. */
    List<Finding> disk(long usable) {
        if (usable < ENOUGH) {
            Path parent = root.getParent();
            add(
                    Area.DISK,
                    parent == null ? root : parent,
                    "The disk of " + root + " has " + (usable >> 20) + " MB left.",
                    "Free at least " + (ENOUGH >> 20) + " MB; a source whose copy finds no room is not memorized.");
        }
        return findings;
    }

    /** Where the database is no file, a restore works beside the copies. */
    private void leftovers() throws IOException {
        Path parent = root.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> entries = Files.list(parent)) {
            entries.map(PlaceCheck::draft)
                    .filter(draft ->
                            RESTORE.matcher(String.valueOf(draft.getFileName())).matches())
                    .distinct()
                    .sorted()
                    .forEach(draft -> add(
                            Area.FILES,
                            draft,
                            "The folder " + draft + " is of a restore that did not end.",
                            "When no restore runs, delete it and its lock; the next restore deletes them too."));
        }
    }

    /** The folder that a lock is of. */
    private static Path draft(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return name.endsWith(LOCK) ? entry.resolveSibling(name.substring(0, name.length() - LOCK.length())) : entry;
    }

    private void add(Area area, Path about, String problem, String remedy) {
        if (known.stream()
                .noneMatch(before -> before.area() == area && before.problem().contains(about.toString()))) {
            findings.add(Finding.of(area, problem, remedy));
        }
    }

    private static boolean isWritableByOthers(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException | UnsupportedOperationException e) {
            return false; // a file system without such permissions, or the folder went
        }
    }

    /** The folder, or the nearest one above that is there. */
    private @Nullable Path existing() {
        Path folder = root;
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        return folder;
    }
}
