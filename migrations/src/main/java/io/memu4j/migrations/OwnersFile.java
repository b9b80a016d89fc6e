package io.memu4j.migrations;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * New files and folders that only their owner can open, from their first moment on. This module stands alone, so it repeats in short what the
 * store does; where the file system knows no POSIX permissions, its defaults hold.
 */
final class OwnersFile {
    private OwnersFile() {}

    static FileChannel open(Path file, OpenOption... options) throws IOException {
        return FileChannel.open(file, Set.of(options), ownerAlone(file, "rw-------"));
    }

    /** Creates the folder of a file and those above it, as far as they do not exist. */
    static void createFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerAlone(folder, "rwx------"));
        }
    }

    /**
     * Creates an empty file for a driver to fill, unless there is one: the driver would create it for all users to read.
     *
     * @return whether this call created it
     */
    static boolean createIfAbsent(Path file) throws IOException {
        if (Files.exists(file)) {
            return false;
        }
        Path target = Files.isSymbolicLink(file) ? file.resolveSibling(Files.readSymbolicLink(file)) : file;
        createFolderOf(target);
        try (FileChannel created = open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            created.force(true);
            return true;
        } catch (FileAlreadyExistsException e) { // another process was faster
            return false;
        }
    }

    private static FileAttribute<?>[] ownerAlone(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
