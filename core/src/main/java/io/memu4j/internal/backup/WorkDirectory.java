package io.memu4j.internal.backup;

import io.memu4j.error.StoreException;
import io.memu4j.internal.files.DurableFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder for a copy that is worked on, readable by the owner alone, deleted with its contents when closed, or by the next one. */
public final class WorkDirectory implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WorkDirectory.class);
    private static final String NAME = "memu-restore";

    private final StagingDirectory draft;

    private WorkDirectory(StagingDirectory draft) {
        this.draft = draft;
    }

    /**
     * Creates an empty folder, and deletes there what processes left that are no more.
     *
     * @param in a folder to create it in, created where it does not exist, or null for the usual place of temporary files
     */
    public static WorkDirectory create(@Nullable Path in) {
        Path parent = in == null ? Path.of(System.getProperty("java.io.tmpdir")) : in;
        try {
            DurableFiles.createFolders(parent);
            return new WorkDirectory(StagingDirectory.create(parent, NAME));
        } catch (IOException e) {
            throw StoreException.permanent(
                    "No temporary folder can be created in " + parent + ". Check its permissions and the free space.",
                    e);
        }
    }

    public Path path() {
        return draft.folder();
    }

    @Override
    public void close() {
        try {
            draft.close();
        } catch (IOException e) {
            log.warn("The temporary folder {} could not be deleted; delete it by hand.", path(), e);
        }
    }
}
