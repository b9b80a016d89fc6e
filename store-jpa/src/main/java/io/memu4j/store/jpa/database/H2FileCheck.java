package io.memu4j.store.jpa.database;

import io.memu4j.error.StoreException;
import io.memu4j.store.jpa.tx.StoreFailures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.jspecify.annotations.Nullable;

/**
 * Reads an H2 file as data before H2 opens it, because H2 runs what a file says while it opens it: statements, triggers in source,
 * classes by name.
 */
final class H2FileCheck {
    /** H2 takes the second one where the first is missing. */
    private static final List<String> FILES = List.of("", ".newFile");

    /** Of files that H2 has open in this process: closing any channel to such a file would end the lock of H2 on it. */
    private static final Map<Path, FileChannel> OPEN_HERE = new HashMap<>();

    private static final String ENCRYPTED = "H2encrypt";

    private H2FileCheck() {}

    /**
     * Does nothing if no file exists yet, if H2 has the file open in this process already, or if the file only defines data.
     *
     * @param file with its suffix
     * @param filePassword of an encrypted file, or null
     * @param shared whether a file that another process has open is reached through that process
     * @throws StoreException if the file could run something, or cannot be read
     */
    static synchronized void require(Path file, char @Nullable [] filePassword, String label, boolean shared) {
        for (String suffix : FILES) {
            Path one = file.resolveSibling(file.getFileName() + suffix);
            try {
                if (Files.exists(one) && Files.size(one) > 0 && isFree(one, label, shared)) {
                    requireData(one, filePassword, label);
                }
            } catch (IOException e) {
                throw StoreException.permanent(
                        "The " + label + " cannot be read: " + e.getClass().getSimpleName()
                                + ". Check its permissions and the disk.",
                        e);
            }
        }
    }

    /** Of a file that H2 has open in this process; the channel stays open for that reason. */
    static synchronized boolean isEncrypted(Path file) {
        try {
            Path real = file.toRealPath();
            FileChannel channel = OPEN_HERE.get(real);
            if (channel == null) {
                channel = FileChannel.open(real, StandardOpenOption.READ);
                OPEN_HERE.put(real, channel);
            }
            ByteBuffer begin = ByteBuffer.allocate(ENCRYPTED.length());
            channel.read(begin, 0);
            return new String(begin.array(), StandardCharsets.US_ASCII).equals(ENCRYPTED);
        } catch (IOException e) {
            return false; // a file of another machine or user: the database was opened through a server
        }
    }

    private static void requireData(Path file, char @Nullable [] filePassword, String label) {
        String found;
        try {
            found = H2FileContents.foreign(file, filePassword);
        } catch (org.h2.mvstore.MVStoreException e) {
            int code = filePassword == null ? ErrorCode.FILE_CORRUPTED_1 : ErrorCode.FILE_ENCRYPTION_ERROR_1;
            throw StoreFailures.translated(
                    label, DbException.get(code, e, file.toString()).getSQLException());
        } catch (RuntimeException e) { // bytes that are no definition of H2
            found = "something that cannot be read";
        }
        if (found != null) {
            throw StoreException.permanent(
                    "The " + label + " was not opened, because it could run something: its definitions have " + found
                            + ", and memory has tables only. Use a file that memu4j made. If you trust this file, open it in a"
                            + " program, with DatabaseConfig.trustedJdbc or your own DataSource.",
                    null);
        }
    }

    private static boolean isFree(Path file, String label, boolean shared) throws IOException {
        Path real = file.toRealPath();
        FileChannel known = OPEN_HERE.remove(real);
        FileChannel channel = known == null ? FileChannel.open(real, StandardOpenOption.READ) : known;
        boolean keep = false;
        try (FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            if (lock == null && !shared) {
                throw StoreFailures.translated(
                        label,
                        DbException.get(ErrorCode.DATABASE_ALREADY_OPEN_1, file.toString())
                                .getSQLException());
            }
            return lock != null;
        } catch (OverlappingFileLockException e) {
            OPEN_HERE.put(real, channel);
            keep = true;
            return false;
        } finally {
            if (!keep) {
                channel.close();
            }
        }
    }
}
