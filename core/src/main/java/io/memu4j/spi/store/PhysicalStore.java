package io.memu4j.spi.store;

import io.memu4j.model.MemoryScope;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** A store that can copy all its rows into a file, and take them back from one. */
public interface PhysicalStore extends MemoryStore {
    /**
     * Copies the rows of one moment into a new file, while others read and write. The file is proven whole and on the disk when this
     * returns; when it fails, nothing is left in the folder.
     *
     * @param folder exists and is empty
     * @param blobs told the blob of every resource in the copy that has one, with its scope, after the copy was made
     */
    RowsFile copyRows(Path folder, BiConsumer<MemoryScope, String> blobs);

    /**
     * Opens a snapshot to take it back.
     *
     * @param file a copy of the snapshot in a folder of its own, which may be changed and is worth nothing afterwards
     * @param described what {@link #copyRows} said of it
     * @throws io.memu4j.error.SchemaOutOfDateException when its schema is newer than this version understands
     * @throws io.memu4j.error.StoreException when it is damaged
     */
    SnapshotContents openRows(Path file, RowsFile described);
}
