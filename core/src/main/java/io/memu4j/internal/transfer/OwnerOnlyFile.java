package io.memu4j.internal.transfer;

import io.memu4j.error.InvalidInputException;
import io.memu4j.error.StoreException;
import io.memu4j.internal.files.DurableFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Function;

/** Writes a file that appears under its name whole or not at all, and that only its owner can read. */
public final class OwnerOnlyFile {
    private OwnerOnlyFile() {}

    /**
     * Writes a new file.
     *
     * @throws InvalidInputException when there is one of that name
     * @throws StoreException when it cannot be written
     */
    static <T> T write(Path file, Function<OutputStream, T> content) {
        Path target = file.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new InvalidInputException("The file " + file + " exists. Name another one, or delete it first.");
        }
        Path draft = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            T result = written(draft, content);
            DurableFiles.publish(draft, target);
            return result;
        } catch (FileAlreadyExistsException e) {
            throw new InvalidInputException("The file " + file + " exists. Name another one, or delete it first.", e);
        } catch (IOException | UncheckedIOException e) {
            throw StoreException.permanent(
                    "The file " + file + " cannot be written: " + e.getClass().getSimpleName()
                            + ". Check that its folder exists, can be written, and has room.",
                    e);
        } finally {
            deleteIfThere(draft);
        }
    }

    private static <T> T written(Path draft, Function<OutputStream, T> content) throws IOException {
        try (FileChannel channel = DurableFiles.create(draft);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 64 * 1024)) {
            T result = content.apply(out);
            out.flush();
            channel.force(true);
            return result;
        }
    }

    private static void deleteIfThere(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
