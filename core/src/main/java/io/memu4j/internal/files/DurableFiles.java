package io.memu4j.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * New files and folders that are on the disk once they are written, and are their owner's alone ({@link PrivateFiles}). A name is durable when
 * its folder was {@link #sync synced}.
 */
public final class DurableFiles {
    private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));

    private DurableFiles() {}

    /**
     * Opens a new file for writing; whoever writes it calls {@link FileChannel#force}.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is one of that name
     */
    public static FileChannel create(Path file) throws IOException {
        FileChannel channel = PrivateFiles.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        giveToOwnerOfFolder(file);
        return channel;
    }

    /**
     * Writes a new file.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is one of that name
     */
    public static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = create(file)) {
            ByteBuffer remaining = ByteBuffer.wrap(content);
            while (remaining.hasRemaining()) {
                channel.write(remaining);
            }
            channel.force(true);
        }
    }

    /** Writes beside the file, gives the whole the file's name at the end, in place of one that was there, and syncs the folder. */
    public static void replace(Path folder, String name, byte[] content) throws IOException {
        Path draft = folder.resolve("." + name + "." + UUID.randomUUID() + ".tmp");
        try {
            write(draft, content);
            Files.move(
                    draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        sync(folder);
    }

    /**
     * Gives a complete file its name, unless there is one of that name already, and syncs the folder.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is
     */
    public static void publish(Path draft, Path file) throws IOException {
        if (linked(draft, file)) {
            Files.delete(draft);
        } else {
            Files.move(draft, file);
        }
        sync(file.toAbsolutePath().getParent());
    }

    /** Unlike moving, linking never replaces a file that somebody else has just made; not every file system can. */
    private static boolean linked(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
            return true;
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            return false;
        }
    }

    /** Creates the folder and those above it, as far as they do not exist, and syncs those above. */
    public static void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            createFolders(parent);
        }
        PrivateFiles.createFolders(folder);
        giveToOwnerOfFolder(folder);
        if (parent != null) {
            sync(parent);
        }
    }

    /** Creates a folder in one that exists, unless it is there; whether it did, so that {@link #sync} is to follow for the latter. */
    public static boolean createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return false;
        }
        PrivateFiles.createFolder(folder);
        giveToOwnerOfFolder(folder);
        return true;
    }

    /**
     * Gives what the administrator of the machine has made to the owner of the folder it is in, as SQLite does with its log: the service that
     * runs as that user has to read and write it. Does nothing for other users.
     */
    public static void giveToOwnerOfFolder(Path made) throws IOException {
        Path folder = made.toAbsolutePath().getParent();
        if (!IS_ROOT || folder == null) {
            return;
        }
        PosixFileAttributeView of = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        PosixFileAttributeView to = Files.getFileAttributeView(made, PosixFileAttributeView.class);
        if (of == null || to == null) {
            return;
        }
        PosixFileAttributes owners = of.readAttributes();
        if (!owners.owner().equals(to.getOwner())) {
            to.setOwner(owners.owner());
            to.setGroup(owners.group());
        }
    }

    /** Makes the names in a folder durable. Windows cannot open folders, and keeps its names by a journal. */
    public static void sync(@Nullable Path folder) throws IOException {
        if (folder == null || System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Syncs a folder and all folders in it. */
    public static void syncTree(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                sync(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Deletes a folder with all in it, if it is there; links are deleted, not followed. */
    public static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
