package io.memu4j.store.jpa.database;

import static java.util.stream.Collectors.joining;

import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import io.memu4j.error.StoreException;
import io.memu4j.internal.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What can be said of a database's files without opening them.
 *
 * @param suffixes of the files that belong to it
 */
record DatabaseFile(Path file, List<String> suffixes) {
    /** Types of file systems that are reached over a network, as operating systems name them. */
    private static final Set<String> NETWORK = Set.of(
            "nfs",
            "nfs4",
            "cifs",
            "smb",
            "smb2",
            "smb3",
            "smbfs",
            "9p",
            "fuse.sshfs",
            "afs",
            "ncpfs",
            "ceph",
            "glusterfs",
            "fuse.glusterfs",
            "lustre",
            "davfs",
            "fuse.davfs2",
            "webdav",
            "afpfs");

    /** What H2 appends to the name of a database. */
    private static final String H2 = ".mv.db";

    private static final long ENOUGH = 100L << 20;
    private static final int NEEDED_SHARE = 10;

    /**
     * Refuses files that this user may not write: SQLite and H2 would open them for reading, and fail at the first write.
     *
     * @param label how to name the database
     * @throws StoreException permanent, naming the file or the folder
     */
    void requireWritable(String label) {
        for (String suffix : suffixes) {
            Path one = Path.of(file + suffix);
            if (Files.exists(one) && !(Files.isReadable(one) && Files.isWritable(one))) {
                throw StoreException.permanent(
                        "The " + label + " cannot be opened: the file " + one + " may not be written by this user."
                                + " Give the user who runs this the rights to read and write it, or name another database.",
                        null);
            }
        }
        Path folder = existingFolder();
        if (!Files.isWritable(folder)) {
            throw StoreException.permanent(
                    "The " + label + " cannot be opened: the folder " + folder + " may not be written by this user, and"
                            + " the database needs files there. Give the user who runs this the right to write to the"
                            + " folder, or name a database elsewhere.",
                    null);
        }
    }

    List<Finding> findings(boolean fix) {
        List<Finding> findings = new ArrayList<>();
        permissions(findings);
        openToOthers(fix, findings);
        disk(findings);
        findings.addAll(new Leftovers(file).findings());
        return findings;
    }

    private static boolean isNetwork(String fileSystem) {
        return NETWORK.contains(fileSystem.toLowerCase(Locale.ROOT));
    }

    private void permissions(List<Finding> findings) {
        Path folder = folder();
        if (!Files.isWritable(folder)) {
            findings.add(Finding.of(
                    Area.FILES,
                    "The folder " + folder + " cannot be written by this user.",
                    "Give the user who runs this the right to write to the folder; the database keeps its log there."));
        }
        for (String suffix : suffixes) {
            Path one = Path.of(file + suffix);
            if (Files.exists(one) && !(Files.isReadable(one) && Files.isWritable(one))) {
                findings.add(Finding.of(
                        Area.FILES,
                        "The file " + one + " cannot be read and written by this user.",
                        "Give the user who runs this both rights to the file."));
            }
        }
    }

    /** Every text is in the database, and whoever may write its lock files may hold it up. */
    private void openToOthers(boolean fix, List<Finding> findings) {
        List<Path> open = own().filter(PrivateFiles::isOpenToOthers).toList();
        if (!open.isEmpty()) {
            Finding finding = Finding.fixable(
                    Area.FILES,
                    "Other users of this machine may read or write "
                            + open.stream().map(Path::toString).collect(joining(", ")) + ".",
                    "'memu doctor --fix' takes that right away: chmod go-rwx.");
            boolean closed =
                    fix && open.stream().filter(PrivateFiles::closeToOthers).count() == open.size();
            findings.add(closed ? finding.asFixed() : finding);
        }
    }

    /** The database's files and those that lie beside it under its name. */
    private Stream<Path> own() {
        String name = file.toString();
        String stem = name.endsWith(H2) ? name.substring(0, name.length() - H2.length()) : name;
        return Stream.concat(
                        Stream.concat(suffixes.stream(), Stream.of("-journal")).map(suffix -> Path.of(name + suffix)),
                        Stream.of(".migrate.lock", ".trace.db", ".lock.db").map(suffix -> Path.of(stem + suffix)))
                .distinct();
    }

    private void disk(List<Finding> findings) {
        try {
            findings.addAll(disk(Files.getFileStore(folder())));
        } catch (IOException e) {
            findings.add(Finding.of(
                    Area.DISK,
                    "The disk of " + folder() + " cannot be asked for its free space.",
                    "Look at it with the tools of the operating system."));
        }
    }

    /** What can be said of the disk that the file is on. */
    List<Finding> disk(FileStore store) throws IOException {
        List<Finding> findings = new ArrayList<>();
        long needed = Math.max(ENOUGH, file.toFile().length() / NEEDED_SHARE);
        if (store.getUsableSpace() < needed) {
            findings.add(Finding.of(
                    Area.DISK,
                    "The disk of " + folder() + " has " + (store.getUsableSpace() >> 20) + " MB left.",
                    "Free at least " + (needed >> 20) + " MB; a write that finds no room fails and changes nothing."));
        }
        if (isNetwork(store.type())) {
            findings.add(Finding.of(
                    Area.DISK,
                    "The database file is on a network file system (" + store.type()
                            + "), where locks do not hold: two processes can damage it.",
                    "Move it to a local disk, or use PostgreSQL."));
        }
        return findings;
    }

    private Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    /** Where the files are or, of those still to be created, the nearest folder that is there. */
    private Path existingFolder() {
        Path folder = folder();
        try {
            Path linked = Files.isSymbolicLink(file) ? file.toRealPath().getParent() : null;
            folder = linked == null ? folder : linked;
        } catch (IOException e) {
            // A link to a file that is not there: opening it says so.
        }
        for (Path above = folder; above != null; above = above.getParent()) {
            if (Files.exists(above)) {
                return above;
            }
        }
        return folder;
    }
}
