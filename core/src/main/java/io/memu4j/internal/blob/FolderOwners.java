package io.memu4j.internal.blob;

import io.memu4j.internal.files.DurableFiles;
import io.memu4j.internal.value.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which databases keep copies in a folder: a small file for each in {@code <root>.databases} with its name, written when the first copy is
 * kept. A copy that one database does not name may be another's.
 *
 * @param owner the database of this process, by its URL or by its path from the folder; null where it is not known
 */
record FolderOwners(Path root, @Nullable String owner) {
    private static final int NAME_LENGTH = 16;

    /** Of a database in a file, which may move together with the folder. */
    static FolderOwners ofFile(Path root, Path database) {
        boolean related = root.getRoot() != null && root.getRoot().equals(database.getRoot());
        Path name = related ? root.relativize(database) : database;
        return new FolderOwners(root, name.toString());
    }

    /** Puts the mark of this database there, and deletes what crashes left of the writing of one. */
    void mark(Instant now) throws IOException {
        for (Path draft : drafts()) {
            if (FolderBlobStore.isAbandoned(draft, now)) {
                Files.deleteIfExists(draft);
            }
        }
        if (owner == null) {
            return;
        }
        String name = Digests.sha256(owner.getBytes(StandardCharsets.UTF_8)).substring(0, NAME_LENGTH);
        Path marks = marks();
        if (!Files.exists(marks.resolve(name))) {
            DurableFiles.createFolders(marks);
            DurableFiles.replace(marks, name, owner.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The drafts of marks: of processes that write them now, and of those that a crash ended. */
    List<Path> drafts() throws IOException {
        Path marks = marks();
        if (!Files.isDirectory(marks)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(marks)) {
            return files.filter(FolderOwners::isDraft).toList();
        }
    }

    /** Where the marks are; beside the folder. */
    Path marks() {
        return root.resolveSibling(root.getFileName() + ".databases");
    }

    /**
     * The other databases that keep copies here; those in files that are gone do not count. Where the own one is not known, one that is
     * alone is taken for it.
     */
    List<String> others() throws IOException {
        Path marks = marks();
        if (!Files.isDirectory(marks)) {
            return List.of();
        }
        List<String> others = new ArrayList<>();
        try (Stream<Path> files = Files.list(marks)) {
            for (Path file : files.filter(FolderOwners::isMark).sorted().toList()) {
                String other = Files.readString(file);
                if (!other.equals(owner) && !isGone(other)) {
                    others.add(other);
                }
            }
        }
        return owner == null && others.size() == 1 ? List.of() : others;
    }

    private static boolean isMark(Path file) {
        return Files.isRegularFile(file) && !isDraft(file);
    }

    private static boolean isDraft(Path file) {
        return FolderBlobStore.isDraft(String.valueOf(file.getFileName()));
    }

    private boolean isGone(String other) {
        if (other.startsWith("jdbc:")) {
            return false;
        }
        try {
            Path file = root.resolve(other);
            return !Files.exists(file) && !Files.exists(Path.of(file + ".mv.db"));
        } catch (InvalidPathException e) {
            return false; // a name of another operating system
        }
    }
}
