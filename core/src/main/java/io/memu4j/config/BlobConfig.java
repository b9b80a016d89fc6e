package io.memu4j.config;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether and where copies of raw sources are kept. Immutable. */
public final class BlobConfig {
    /** A place for copies. */
    public enum Kind {
        /** A folder; copies survive the process. */
        FOLDER,
        /** The heap; copies are lost when the factory is closed. */
        MEMORY,
        /** Nowhere; no copy is made. */
        NONE
    }

    private final Kind kind;
    private final @Nullable Path folder;

    private BlobConfig(Kind kind, @Nullable Path folder) {
        this.kind = kind;
        this.folder = folder;
    }

    /**
     * Returns the place beside a database: a folder for a database that persists, the heap otherwise. For a database file it is the folder
     * {@code resources} next to the file, or next to the one that a symbolic link leads to; for a database server it is
     * {@code data/resources} in the working directory.
     *
     * @param database the database whose copies are kept
     * @return the place; nothing is created yet
     */
    public static BlobConfig beside(DatabaseConfig database) {
        if (!database.isPersistent()) {
            return memory();
        }
        Path file = database.file() == null ? null : LinkTarget.of(database.file());
        Path parent = file == null ? null : file.getParent();
        return folder(parent == null ? Path.of("data", "resources") : parent.resolve("resources"));
    }

    /**
     * Keeps copies in a folder. The folder is created when the first copy is written.
     *
     * @param folder absolute, or relative to the working directory
     * @return the place
     */
    public static BlobConfig folder(Path folder) {
        return new BlobConfig(Kind.FOLDER, folder.toAbsolutePath().normalize());
    }

    /** {@return a place in the heap, which is lost when the factory is closed} */
    public static BlobConfig memory() {
        return new BlobConfig(Kind.MEMORY, null);
    }

    /** {@return the choice to keep no copies} Passages still hold the text that was read from a source. */
    public static BlobConfig none() {
        return new BlobConfig(Kind.NONE, null);
    }

    /** {@return the kind of place} */
    public Kind kind() {
        return kind;
    }

    /** {@return the absolute folder of {@link Kind#FOLDER}, null for the other kinds} */
    public @Nullable Path folder() {
        return folder;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BlobConfig config && config.kind == kind && Objects.equals(config.folder, folder);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, folder);
    }

    @Override
    public String toString() {
        return "BlobConfig[" + kind + (folder == null ? "" : ", " + folder) + "]";
    }
}
