package io.memu4j.spi.store;

import io.memu4j.model.MemoryScope;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** A store that can copy all its rows into a file, and read them back from one. The file is data: nothing in it is ever run. */
public interface PhysicalStore extends MemoryStore {
    /**
     * Copies the rows of one moment into a new file while others read and write. When this method returns, the file is verified and on
     * the disk. If it fails, the folder is empty.
     *
     * @param folder exists and is empty
     * @param blobs receives the scope and the blob key of every resource in the copy that has one, after the copy was made
     * @return what the file holds
     * @throws io.memu4j.error.StoreException if the database or the disk fails
     */
    RowsFile copyRows(Path folder, BiConsumer<MemoryScope, String> blobs);

    /**
     * Returns whether the database encrypts its file by itself. A file of rows is not encrypted.
     *
     * @return false where it is not known
     */
    default boolean isEncrypted() {
        return false;
    }

    /**
     * Opens a file of rows in order to restore it.
     *
     * @param file a copy that nobody else changes; it may come from somebody else, and is read as data only
     * @param described what {@link #copyRows} returned
     * @return to be closed
     * @throws io.memu4j.error.SchemaOutOfDateException if its schema is newer than this version supports
     * @throws io.memu4j.error.StoreException if it is damaged
     */
    SnapshotContents openRows(Path file, RowsFile described);
}
