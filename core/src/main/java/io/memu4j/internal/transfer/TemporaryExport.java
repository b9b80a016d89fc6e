package io.memu4j.internal.transfer;

import io.memu4j.error.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The place of an export that is needed for a moment.
 *
 * @param folder holds nothing else; only its owner can look into it
 */
public record TemporaryExport(Path folder) implements AutoCloseable {
    /** @throws StoreException when there is no room for it */
    static TemporaryExport create() {
        try {
            return new TemporaryExport(Files.createTempDirectory("memu4j-copy"));
        } catch (IOException e) {
            throw StoreException.permanent(
                    "No temporary folder can be made in " + System.getProperty("java.io.tmpdir") + ": "
                            + e.getClass().getSimpleName() + ". Check its permissions and the free space.",
                    e);
        }
    }

    Path file() {
        return folder.resolve("export.jsonl");
    }

    /** @throws StoreException if the file, which holds memory, cannot be deleted */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file());
            Files.delete(folder);
        } catch (IOException e) {
            throw StoreException.permanent(
                    "The temporary folder " + folder + " holds memory and cannot be deleted: "
                            + e.getClass().getSimpleName() + ". Delete the folder.",
                    e);
        }
    }
}
