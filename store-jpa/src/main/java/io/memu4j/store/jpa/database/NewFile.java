package io.memu4j.store.jpa.database;

import io.memu4j.error.StoreException;
import io.memu4j.internal.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The empty file of a database that is about to be created. It is there before the driver opens it, because the driver would create it for all
 * users to read. SQLite gives its log the permissions of the file.
 *
 * @param created false where the file was there, or the driver will not create it
 */
record NewFile(Path file, boolean created) {
    /**
     * Creates the folder and the file, for their owner alone, as far as they do not exist.
     *
     * @param label how to name the database
     * @throws StoreException when they cannot be created
     */
    static NewFile prepare(Path file, String label) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                PrivateFiles.createFolders(folder);
            }
            return new NewFile(file, PrivateFiles.createIfAbsent(file));
        } catch (IOException e) {
            throw StoreException.permanent(
                    "The file or the folder of the " + label
                            + " cannot be created. Check its permissions, or name another.",
                    e);
        }
    }

    /** Removes the file again when the driver wrote nothing to it. */
    void discard() {
        if (created && file.toFile().length() == 0) {
            file.toFile().delete();
        }
    }
}
