package io.memu4j.internal.blob;

import io.memu4j.error.StoreException;
import io.memu4j.internal.files.DurableFiles;
import io.memu4j.internal.files.PrivateFiles;
import io.memu4j.spi.blob.BlobHold;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Lets either sweeps of queued deletions in, any number, or one hold. In this JVM by counting, among processes by a lock on a file: shared
 * by sweeps, exclusive for a hold, gone with its process. The file is opened once and stays open: closing any descriptor of it drops the
 * locks of the whole process, also those of another class loader, such as another application's in the same server. While that one has a
 * lock, nobody here gets any, not even for a sweep.
 */
final class SweepGate {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 20;
    private static final Map<Path, SweepGate> BY_FILE = new ConcurrentHashMap<>();

    private final @Nullable Path file;
    private int sweeps;
    private boolean held;
    private @Nullable FileChannel channel;
    private @Nullable Object opened;
    private @Nullable FileLock lock;

    private SweepGate(@Nullable Path file) {
        this.file = file;
    }

    /** Of copies in the heap. */
    static SweepGate inProcess() {
        return new SweepGate(null);
    }

    /** Of copies in a folder; the lock is on a file beside it. */
    static SweepGate of(Path root) {
        return BY_FILE.computeIfAbsent(root.resolveSibling(root.getFileName() + ".lock"), SweepGate::new);
    }

    BlobHold hold() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!tryHold()) {
            if (System.nanoTime() > end) {
                throw StoreException.retriable(
                        "Another backup or restore holds the copies of sources" + (file == null ? "" : " by " + file)
                                + ". Wait for it to end, then try again.",
                        null);
            }
            pause();
        }
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                endHold();
            }
        };
    }

    boolean sweep(Runnable deletions) {
        if (!trySweep()) {
            return false;
        }
        try {
            deletions.run();
            return true;
        } finally {
            endSweep();
        }
    }

    private synchronized boolean tryHold() {
        if (held || sweeps > 0 || !lock(false)) {
            return false;
        }
        held = true;
        return true;
    }

    private synchronized void endHold() {
        held = false;
        unlock();
    }

    private synchronized boolean trySweep() {
        if (held || (sweeps == 0 && !lock(true))) {
            return false;
        }
        sweeps++;
        return true;
    }

    private synchronized void endSweep() {
        sweeps--;
        if (sweeps == 0) {
            unlock();
        }
    }

    private boolean lock(boolean shared) {
        if (file == null) {
            return true;
        }
        try {
            lock = tryLock(opened(file), shared);
            return lock != null;
        } catch (IOException e) {
            throw StoreException.permanent(
                    "The lock file " + file + " cannot be used: " + e.getClass().getSimpleName()
                            + ". Check that it and its folder can be written.",
                    e);
        }
    }

    /** The file that is there now: one that was deleted keeps nobody out any more. */
    private FileChannel opened(Path there) throws IOException {
        FileChannel open = channel;
        if (open != null && open.isOpen() && Files.exists(there) && Objects.equals(opened, identity(there))) {
            return open;
        }
        if (open != null) {
            open.close();
        }
        Path folder = there.getParent();
        if (folder != null) {
            DurableFiles.createFolders(folder);
        }
        open = PrivateFiles.open(there, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        DurableFiles.giveToOwnerOfFolder(there);
        channel = open;
        opened = identity(there);
        return open;
    }

    /** Null where the file system has none. */
    private static @Nullable Object identity(Path there) throws IOException {
        return Files.readAttributes(there, BasicFileAttributes.class).fileKey();
    }

    private static @Nullable FileLock tryLock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException e) {
            // Another class loader of this JVM has it.
            return null;
        }
    }

    private void unlock() {
        FileLock had = lock;
        lock = null;
        if (had != null) {
            try {
                had.release();
            } catch (IOException e) {
                throw StoreException.permanent("The lock file " + file + " cannot be let go. Check the disk.", e);
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreException.retriable("The thread was interrupted while it waited for another backup.", e);
        }
    }
}
