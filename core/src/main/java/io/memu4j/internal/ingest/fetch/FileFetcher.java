package io.memu4j.internal.ingest.fetch;

import io.memu4j.error.InvalidInputException;
import io.memu4j.error.ResourceAccessException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** Reads a file the application trusts: a regular one, of at most {@code maxBytes}, that stays the same meanwhile. Links are followed. */
public final class FileFetcher {
    private final long maxBytes;
    private final Runnable beforeRead;

    public FileFetcher(long maxBytes) {
        this(maxBytes, () -> {});
    }

    /** @param beforeRead runs between the check of the file and its reading; for tests */
    FileFetcher(long maxBytes, Runnable beforeRead) {
        this.maxBytes = maxBytes;
        this.beforeRead = beforeRead;
    }

    /**
     * The content of that file.
     *
     * @throws InvalidInputException when it is a directory, another special file, empty or too large
     * @throws ResourceAccessException when it is missing, must not be read, or changes meanwhile
     */
    public Fetched fetch(Path path) {
        String subject = "The file " + path;
        try {
            BasicFileAttributes before = Files.readAttributes(path, BasicFileAttributes.class);
            requireReadable(subject, before);
            beforeRead.run();
            byte[] bytes = read(path);
            requireUnchanged(subject, before, Files.readAttributes(path, BasicFileAttributes.class), bytes.length);
            return new Fetched(bytes, Objects.toString(path.getFileName(), null), null, null);
        } catch (NoSuchFileException e) {
            throw new ResourceAccessException(subject + " does not exist. Check the path.", e);
        } catch (AccessDeniedException e) {
            throw new ResourceAccessException(subject + " must not be read by this user. Check its permissions.", e);
        } catch (IOException e) {
            throw new ResourceAccessException(
                    subject + " cannot be read: " + e.getClass().getSimpleName() + ". Check the file and its disk.", e);
        }
    }

    private void requireReadable(String subject, BasicFileAttributes file) {
        if (file.isDirectory()) {
            throw new InvalidInputException(subject + " is a directory. Expected a file; pass its files one by one.");
        }
        if (!file.isRegularFile()) {
            throw new InvalidInputException(subject + " is a device, pipe or socket. Expected a regular file.");
        }
        SourceSize.requireWithin(subject, file.size(), maxBytes);
    }

    private byte[] read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes((int) Math.min(maxBytes, Integer.MAX_VALUE - 16L) + 1);
        }
    }

    private static void requireUnchanged(
            String subject, BasicFileAttributes before, BasicFileAttributes after, long read) {
        boolean same = before.size() == read
                && after.size() == read
                && before.lastModifiedTime().equals(after.lastModifiedTime())
                && Objects.equals(before.fileKey(), after.fileKey());
        if (!same) {
            throw new ResourceAccessException(subject + " changed while it was read. Expected " + before.size()
                    + " bytes that stay the same. Memorize it again once it is complete.");
        }
    }
}
