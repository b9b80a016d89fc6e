package io.memu4j.internal.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * New files and folders that only their owner can open. They are created so, whatever the umask says: there is no moment in which others can
 * open them. On Windows they get an access control list with the owner alone. What existed before keeps its permissions.
 */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<AclEntryFlag> INHERITED =
            Set.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT);

    private PrivateFiles() {}

    /** Opens a file, and creates it for its owner alone where the options say so. */
    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        return FileChannel.open(file, Set.of(options), attributes(file, FILE, Set.of()));
    }

    /**
     * Creates an empty file unless there is one; a link to a file that does not exist is followed.
     *
     * @return whether this call created it
     */
    public static boolean createIfAbsent(Path file) throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.resolveSibling(Files.readSymbolicLink(file)) : file;
        try (FileChannel created = open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            return created.isOpen();
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Creates a folder in one that exists. */
    public static void createFolder(Path folder) throws IOException {
        Files.createDirectory(folder, attributes(folder, FOLDER, INHERITED));
    }

    /** Creates the folder and those above it, as far as they do not exist. */
    public static void createFolders(Path folder) throws IOException {
        Files.createDirectories(folder, attributes(folder, FOLDER, INHERITED));
    }

    /** Whether a user other than the owner may do anything with it; false where the file system has no such permissions. */
    public static boolean isOpenToOthers(Path path) {
        try {
            return hasPosix(path.getFileSystem())
                    && Files.exists(path)
                    && Files.getPosixFilePermissions(path).stream().anyMatch(PrivateFiles::isOfOthers);
        } catch (IOException e) {
            return false; // it went
        }
    }

    /**
     * Takes what other users may do away from a file or folder that exists, and leaves the owner's permissions.
     *
     * @return whether others may do nothing with it now
     */
    public static boolean closeToOthers(Path path) {
        try {
            Set<PosixFilePermission> own = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            own.removeIf(PrivateFiles::isOfOthers);
            Files.setPosixFilePermissions(path, own);
        } catch (IOException | UnsupportedOperationException e) {
            return false; // another user's file, or it went
        }
        return !isOpenToOthers(path);
    }

    /** The list of one entry that lets {@code owner} do everything. */
    static List<AclEntry> ownerAlone(UserPrincipal owner, Set<AclEntryFlag> flags) {
        return List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .setFlags(flags)
                .build());
    }

    private static boolean isOfOthers(PosixFilePermission permission) {
        return !permission.name().startsWith("OWNER");
    }

    private static FileAttribute<?>[] attributes(
            Path path, Set<PosixFilePermission> permissions, Set<AclEntryFlag> flags) throws IOException {
        FileSystem system = path.getFileSystem();
        if (hasPosix(system)) {
            return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
        }
        if (system.supportedFileAttributeViews().contains("acl")) {
            UserPrincipal owner =
                    system.getUserPrincipalLookupService().lookupPrincipalByName(System.getProperty("user.name"));
            return new FileAttribute<?>[] {new Acl(ownerAlone(owner, flags))};
        }
        return new FileAttribute<?>[0];
    }

    private static boolean hasPosix(FileSystem system) {
        return system.supportedFileAttributeViews().contains("posix");
    }

    private record Acl(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
        @Override
        public String name() {
            return "acl:acl";
        }
    }
}
