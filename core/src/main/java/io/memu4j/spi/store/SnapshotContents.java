package io.memu4j.spi.store;

import io.memu4j.model.MemoryScope;
import java.util.function.BiConsumer;

/** A file of rows that was opened and verified. Not thread-safe. */
public interface SnapshotContents extends AutoCloseable {
    /**
     * Checks that the store may take the snapshot. Does nothing if it may.
     *
     * @param replace whether stored memory may be replaced
     * @throws io.memu4j.error.InvalidInputException if the store is not empty and {@code replace} is false
     */
    void requireRoom(boolean replace);

    /**
     * Visits the blob key of every resource that has one, with its scope. Rows are streamed.
     *
     * @param each receives scope and key
     */
    void blobs(BiConsumer<MemoryScope, String> each);

    /**
     * Replaces the rows of the store by those of the snapshot, in one transaction that is verified by counts before it commits. Others
     * may read and write meanwhile; they see all of it or nothing. Every scope gets a new incarnation, also one that is empty afterwards.
     * Copies that only replaced rows named are queued for deletion.
     *
     * @param replace whether stored memory may be replaced
     * @return the number of scopes restored
     * @throws io.memu4j.error.InvalidInputException if the store is not empty and {@code replace} is false
     * @throws io.memu4j.error.StoreException if it fails; the store is then unchanged
     */
    long replaceAll(boolean replace);

    /** Releases the file. Closing twice is allowed. */
    @Override
    void close();
}
