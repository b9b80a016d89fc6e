package io.memu4j.internal.blob;

import io.memu4j.internal.files.DurableFiles;
import io.memu4j.spi.store.StoreIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of one database's copies, {@code <all>/<id of the database>}. A small file {@code <all>.databases/<id>} says where the database
 * was when it last began to keep copies: two databases at two places that both have the id are told apart by it.
 *
 * @param all the configured folder, which several databases may share
 * @param owner the database of this process
 */
record OwnerFolder(Path all, StoreIdentity owner) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    Path root() {
        return all.resolve(owner.id());
    }

    /** Where the marks are; beside the folder. */
    Path marks() {
        return all.resolveSibling(all.getFileName() + ".databases");
    }

    /** Whether a database with this id kept copies here before. */
    boolean isMarked() {
        return Files.exists(marks().resolve(owner.id()));
    }

    /** Writes the mark of this database, and deletes what crashes left of the writing of one. */
    void mark(Instant now) throws IOException {
        for (Path draft : drafts()) {
            if (FolderBlobStore.isAbandoned(draft, now)) {
                Files.deleteIfExists(draft);
            }
        }
        Path mark = marks().resolve(owner.id());
        if (!Files.exists(mark) || !Files.readString(mark).equals(place())) {
            DurableFiles.createFolders(marks());
            DurableFiles.replace(marks(), owner.id(), place().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The drafts of marks: of processes that write them now, and of those that a crash ended. */
    List<Path> drafts() throws IOException {
        return listed(marks()).stream()
                .filter(file -> FolderBlobStore.isDraft(String.valueOf(file.getFileName())))
                .toList();
    }

    /**
     * Whether a database at another place, which is still there, keeps copies under this id: then one of the two was copied from the other.
     * A file that is no longer at the place of the mark was moved. A server cannot be asked, so another place there is another database.
     */
    boolean isOfAnother() throws IOException {
        Path mark = marks().resolve(owner.id());
        if (!Files.exists(mark)) {
            return false;
        }
        String marked = Files.readString(mark);
        Path file = owner.file();
        if (marked.equals(place()) || file == null) {
            return !marked.equals(place());
        }
        try {
            Path other = all.resolve(marked).normalize();
            return Files.exists(other) && !Files.isSameFile(other, file) && !isMarkedByAnother(marked);
        } catch (InvalidPathException e) {
            return false; // a name of another operating system: the folder was moved here
        }
    }

    /** Whether the place belongs to a database with another id by now. */
    private boolean isMarkedByAnother(String place) throws IOException {
        for (Path mark : listed(marks())) {
            String id = String.valueOf(mark.getFileName());
            if (ID.matcher(id).matches() && !id.equals(owner.id()) && place.equals(Files.readString(mark))) {
                return true;
            }
        }
        return false;
    }

    /** A file's path is kept relative to the folder: both may move together. */
    String place() {
        Path file = owner.file();
        if (file == null) {
            return owner.place();
        }
        boolean related = all.getRoot() != null && all.getRoot().equals(file.getRoot());
        return (related ? all.relativize(file) : file).toString();
    }

    static List<Path> listed(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
