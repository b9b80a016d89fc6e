package io.memu4j.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whether and where copies of raw sources are kept.
 *
 * @param kind where
 * @param folder for {@link Kind#FOLDER} and null otherwise
 */
public record BlobConfig(Kind kind, @Nullable Path folder) {
    /** The places. */
    public enum Kind {
        FOLDER,
        MEMORY,
        NONE
    }

    /** Beside the database: a folder for a database that persists, the heap for one that does not. */
    public static BlobConfig beside(DatabaseConfig database) {
        if (!database.isPersistent()) {
            return memory();
        }
        Path file = database.file();
        Path parent = file == null ? null : file.getParent();
        return folder(parent == null ? Path.of("data", "resources") : parent.resolve("resources"));
    }

    /** In a folder, created when the first copy is kept. */
    public static BlobConfig folder(Path folder) {
        return new BlobConfig(Kind.FOLDER, folder.toAbsolutePath().normalize());
    }

    /** In the heap, for the life of the factory. */
    public static BlobConfig memory() {
        return new BlobConfig(Kind.MEMORY, null);
    }

    /** No copies; the text of what was understood is in the passages all the same. */
    public static BlobConfig none() {
        return new BlobConfig(Kind.NONE, null);
    }
}
