package io.memu4j.spi.store;

import io.memu4j.model.MemoryScope;
import java.util.function.BiConsumer;

/** A snapshot that was opened, migrated where it was older, and proven whole. One thread. */
public interface SnapshotContents extends AutoCloseable {
    /**
     * Does nothing when the store may take the snapshot.
     *
     * @throws io.memu4j.error.InvalidInputException when the store is not empty and {@code replace} is false
     */
    void requireRoom(boolean replace);

    /** Names the blob of every resource that has one, with its scope. Streamed. */
    void blobs(BiConsumer<MemoryScope, String> each);

    /**
     * Makes the store hold what the snapshot holds, in one transaction that is proven by counts before it is committed. Every scope, also
     * one that the snapshot does not have and that is empty afterwards, gets a new incarnation. Copies that only the replaced rows named are
     * queued for deletion. Others may read and write meanwhile: they see all of it or nothing.
     *
     * @param replace whether rows may be there that go
     * @return how many scopes were brought back
     * @throws io.memu4j.error.InvalidInputException when the store is not empty and {@code replace} is false
     * @throws io.memu4j.error.StoreException when it fails; everything is then as before
     */
    long replaceAll(boolean replace);

    @Override
    void close();
}
