package io.memu4j.internal.backup;

import io.memu4j.internal.files.DurableFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that nobody else looks into yet, readable by its owner alone, named {@code .NAME.ID.partial}. A lock on a file beside it says
 * that somebody works on it, and goes with the process. So whoever begins the next one can delete what a crash left.
 */
final class StagingDirectory implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StagingDirectory.class);
    private static final String LOCK = ".lock";
    private static final Pattern LOCK_NAME = Pattern.compile("\\..+\\.[0-9a-f-]{36}\\.partial\\.lock");

    /** Locks of this process: opening and closing such a file once more would drop the lock. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    /**
     * Lock files of another class loader of this JVM, such as another application's in the same server. Closing one drops its lock, which
     * is the whole process's, so they stay open until the other one is done.
     */
    private static final Map<Path, FileChannel> THEIRS = new HashMap<>();

    private final Path folder;
    private final Path lock;
    private final @Nullable FileChannel channel;

    private StagingDirectory(Path folder, Path lock, @Nullable FileChannel channel) {
        this.folder = folder;
        this.lock = lock;
        this.channel = channel;
    }

    /**
     * Creates one in a folder that exists, and deletes there what processes left that are no more.
     *
     * @param name what it is for
     */
    static StagingDirectory create(Path parent, String name) throws IOException {
        Path in = parent.toAbsolutePath().normalize();
        deleteAbandoned(in);
        StagingDirectory draft = null;
        while (draft == null) {
            draft = locked(in.resolve("." + name + "." + UUID.randomUUID() + ".partial"));
        }
        boolean created = false;
        try {
            DurableFiles.createFolder(draft.folder);
            created = true;
            return draft;
        } finally {
            if (!created) {
                draft.close();
            }
        }
    }

    Path folder() {
        return folder;
    }

    /** Deletes the folder, unless it was moved away. */
    @Override
    public void close() throws IOException {
        try {
            DurableFiles.deleteTree(folder);
            Files.deleteIfExists(lock);
        } finally {
            if (channel != null) {
                channel.close();
            }
            OURS.remove(lock);
        }
    }

    /** Null when somebody took the new file for an abandoned one before it was locked. */
    private static @Nullable StagingDirectory locked(Path folder) throws IOException {
        Path lock = folder.resolveSibling(folder.getFileName() + LOCK);
        OURS.add(lock);
        boolean done = false;
        FileChannel channel = DurableFiles.create(lock);
        try {
            boolean locked = tryLock(channel) != null && Files.exists(lock);
            done = locked;
            return locked ? new StagingDirectory(folder, lock, channel) : null;
        } catch (IOException e) {
            log.debug(
                    "The file system of {} has no locks; what a crash leaves there is to be deleted by hand.",
                    folder,
                    e);
            Files.deleteIfExists(lock);
            return new StagingDirectory(folder, lock, null);
        } finally {
            if (!done) {
                channel.close();
                OURS.remove(lock);
            }
        }
    }

    private static synchronized void deleteAbandoned(Path parent) throws IOException {
        closeEnded();
        List<Path> locks;
        try (Stream<Path> entries = Files.list(parent)) {
            locks = entries.filter(entry -> LOCK_NAME
                            .matcher(String.valueOf(entry.getFileName()))
                            .matches())
                    .toList();
        }
        for (Path lock : locks) {
            if (OURS.contains(lock)) {
                continue;
            }
            try {
                deleteUnlessHeld(lock);
            } catch (IOException e) {
                log.warn("What a crash left beside {} could not be deleted; delete it by hand.", lock, e);
            }
        }
    }

    private static void closeEnded() throws IOException {
        for (Path lock : List.copyOf(THEIRS.keySet())) {
            FileChannel channel = Files.exists(lock) ? null : THEIRS.remove(lock);
            if (channel != null) {
                channel.close();
            }
        }
    }

    private static void deleteUnlessHeld(Path lock) throws IOException {
        FileChannel known = THEIRS.remove(lock);
        FileChannel channel = known == null ? FileChannel.open(lock, StandardOpenOption.WRITE) : known;
        boolean theirs = false;
        try {
            if (channel.tryLock() != null) {
                String name = String.valueOf(lock.getFileName());
                DurableFiles.deleteTree(lock.resolveSibling(name.substring(0, name.length() - LOCK.length())));
                Files.deleteIfExists(lock);
            }
        } catch (OverlappingFileLockException e) {
            THEIRS.put(lock, channel);
            theirs = true;
        } finally {
            if (!theirs) {
                channel.close();
            }
        }
    }

    /** Null when somebody has it, in this process or in another one. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
