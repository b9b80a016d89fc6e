package io.memu4j.store.jpa.tx;

import io.memu4j.error.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The file of a database, as it was when it was opened. SQLite and H2 go on writing to a file that was deleted, moved or replaced by another
 * one: what they then acknowledge is gone with the process. Thread-safe.
 */
public final class OpenedFile {
    private final String database;
    private final @Nullable Path file;
    private final @Nullable Object key;

    /** Stays set: the pool may have connections to either file by now. */
    private volatile boolean gone;

    private OpenedFile(String database, @Nullable Path file, @Nullable Object key) {
        this.database = database;
        this.file = file;
        this.key = key;
    }

    /** Of a database that is no file of this machine. */
    public static OpenedFile none() {
        return new OpenedFile("", null, null);
    }

    /**
     * Of the file at that path, which is open now.
     *
     * @param database how to name it in messages
     * @throws StoreException when there is none
     */
    public static OpenedFile at(String database, Path file) {
        try {
            return new OpenedFile(database, file, key(file));
        } catch (IOException e) {
            throw StoreException.permanent("The file of the " + database + " cannot be found at " + file + ".", e);
        }
    }

    /**
     * Does nothing if the file that was opened is still at its path. Costs one call of the operating system.
     *
     * @throws StoreException permanent, now and from now on, if it is not
     */
    public void requireInPlace() {
        Path path = file;
        if (path == null) {
            return;
        }
        try {
            gone |= key != null ? !key.equals(key(path)) : !Files.exists(path);
        } catch (NoSuchFileException e) {
            gone = true;
        } catch (IOException e) {
            throw StoreException.retriable(
                    "The file of the " + database + " cannot be looked at ("
                            + e.getClass().getSimpleName()
                            + "). Check the disk and the permissions of its folder, then try again.",
                    e);
        }
        if (gone) {
            throw StoreException.permanent(
                    "The file of the " + database + " was deleted, moved or replaced while it was open: nothing is"
                            + " acknowledged any more. Close it, put the file back or restore a backup, and open it again.",
                    null);
        }
    }

    /** The device and the inode; null where the file system has none, as on Windows, where an open file cannot be moved. */
    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }
}
