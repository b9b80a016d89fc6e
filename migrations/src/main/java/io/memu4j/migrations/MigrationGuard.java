package io.memu4j.migrations;

import io.memu4j.migrations.MigrationException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one migration run at a time: in this JVM, and among the processes of this machine for a database that is a file. The
 * lock is on a file of its own beside the database, never on the database. While Liquibase runs that file is not empty, so
 * what a killed process leaves behind is recognised.
 */
final class MigrationGuard implements AutoCloseable {
    private static final ReentrantLock ONE_PER_JVM = new ReentrantLock();
    private static final long POLL_MILLIS = 50;

    private final @Nullable FileChannel channel;
    private final boolean previousRunDied;

    private MigrationGuard(@Nullable FileChannel channel) throws IOException {
        this.channel = channel;
        this.previousRunDied = channel != null && channel.size() > 0;
    }

    /**
     * Waits for every other migration of the same database.
     *
     * @param database the database's file, its folder is created; null when it is none
     * @throws MigrationException when the others do not end in time or the guard file cannot be written
     */
    static MigrationGuard acquire(@Nullable Path database, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            if (!ONE_PER_JVM.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy(null);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        @Nullable MigrationGuard guard = null;
        try {
            guard = new MigrationGuard(database == null ? null : lock(database, deadline));
            return guard;
        } catch (IOException e) {
            throw new MigrationException(
                    Reason.FAILED,
                    "The lock file beside the database " + database + " could not be written (" + e
                            + "). Make its folder writable, or choose another one.",
                    e);
        } finally {
            if (guard == null) {
                ONE_PER_JVM.unlock();
            }
        }
    }

    /**
     * Whether a migration is running or was killed. What the killed one left behind, perhaps only Liquibase's lock after all
     * change sets ran, would stop the next Liquibase, also the application's.
     */
    static boolean isMarked(@Nullable Path database) {
        return database != null && guardFile(database).toFile().length() > 0;
    }

    /** Whether a migration of that database came to its end: then there was a schema. */
    static boolean hasEnded(Path database) {
        return Files.exists(guardFile(database)) && !isMarked(database);
    }

    /** Whether the last migration of this file was killed while Liquibase ran: a Liquibase lock still held is its. */
    boolean previousRunDied() {
        return previousRunDied;
    }

    void begin() {
        write("A migration is running, or was killed. Do not remove this file.\n");
    }

    void end() {
        write("");
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new MigrationException(Reason.FAILED, "The migration's lock file could not be closed.", e);
        } finally {
            ONE_PER_JVM.unlock();
        }
    }

    private void write(String text) {
        if (channel == null) {
            return;
        }
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
            channel.force(true);
        } catch (IOException e) {
            throw new MigrationException(
                    Reason.FAILED, "The migration's lock file could not be written. Is the disk full?", e);
        }
    }

    private static FileChannel lock(Path database, long deadline) throws IOException {
        OwnersFile.createFolderOf(database);
        Path file = guardFile(database);
        FileChannel channel =
                OwnersFile.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            while (!tryLock(channel)) {
                if (System.nanoTime() > deadline) {
                    throw busy(file);
                }
                Thread.sleep(POLL_MILLIS);
            }
            locked = true;
            return channel;
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private static Path guardFile(Path database) {
        return database.resolveSibling(database.getFileName() + ".migrate.lock");
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            // Released with the channel.
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Another class loader of this JVM has it: our lock per JVM is one per loader.
            return false;
        }
    }

    private static MigrationException busy(@Nullable Path file) {
        return new MigrationException(
                Reason.IN_USE,
                "Another migration is still running" + (file == null ? "" : " (it holds " + file + ")")
                        + ". Wait for it to end, then try again.");
    }

    private static MigrationException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new MigrationException(
                Reason.IN_USE, "The thread was interrupted while it waited for another migration. Try again.", e);
    }
}
