package io.memu4j.backup;

import io.memu4j.error.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder for a copy that is worked on, readable by the owner alone, deleted with its contents when closed. */
public final class WorkFolder implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WorkFolder.class);

    private final Path path;

    private WorkFolder(Path path) {
        this.path = path;
    }

    /** @param beside an existing folder to create it in, or null for the usual place of temporary files */
    public static WorkFolder create(@Nullable Path beside) {
        try {
            return new WorkFolder(
                    beside != null && Files.isDirectory(beside)
                            ? Files.createTempDirectory(beside, ".memu-restore-")
                            : Files.createTempDirectory("memu-restore-"));
        } catch (IOException e) {
            throw StoreException.permanent(
                    "No temporary folder can be created"
                            + (beside == null ? "" : " in " + beside)
                            + ". Check its permissions and the free space.",
                    e);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            SyncedFiles.deleteTree(path);
        } catch (IOException e) {
            log.warn("The temporary folder {} could not be deleted; delete it by hand.", path, e);
        }
    }
}
