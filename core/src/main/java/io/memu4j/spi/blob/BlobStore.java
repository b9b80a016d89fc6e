package io.memu4j.spi.blob;

import io.memu4j.model.MemoryScope;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps copies of raw sources. Implementations are thread-safe. Failures are {@link io.memu4j.error.StoreException}s. */
public interface BlobStore {
    /**
     * Writes a copy durably. After this method returns, the copy survives a crash. Before, it is not visible.
     *
     * @param scope the owner
     * @param name lower-case hexadecimal digits and {@code -}, unique in the scope
     * @param content the bytes; not changed
     * @return the key to read and delete it
     */
    String put(MemoryScope scope, String name, byte[] content);

    /**
     * Reads a copy.
     *
     * @param scope the owner
     * @param key the key that {@link #put} returned
     * @return its bytes
     * @throws io.memu4j.error.NotFoundException if there is none
     */
    byte[] get(MemoryScope scope, String key);

    /**
     * Deletes a copy. Does nothing if there is none.
     *
     * @param scope the owner
     * @param key the key that {@link #put} returned
     * @throws io.memu4j.error.InvalidInputException if the key is not of that scope
     */
    void delete(MemoryScope scope, String key);

    /**
     * Returns the keys of all copies of a scope.
     *
     * @param scope the owner
     * @return the keys, in no order
     */
    List<String> keys(MemoryScope scope);

    /**
     * Returns whether copies of a scope are kept here: from the first {@link #put} until its place is empty and {@linkplain #tidy
     * tidied}. If not, a copy that a row names was not deleted; it is in another place.
     *
     * @param scope the owner
     * @return whether this is the place
     */
    boolean isPlaceOf(MemoryScope scope);

    /** {@return the folder that holds all copies of this database; empty if there is none, as in the heap} */
    Optional<Path> folder();

    /**
     * Deletes what the place of a scope holds besides copies, and the place itself if it is then empty.
     *
     * @param scope the owner
     */
    void tidy(MemoryScope scope);

    /**
     * Keeps every existing copy until the hold is closed: no process deletes queued copies meanwhile. Used by a backup, which copies what
     * rows named before. Waits for deletions under way. The end of the process ends the hold.
     *
     * @return to be closed
     * @throws io.memu4j.error.StoreException retriable, if another hold does not end within 30 seconds
     */
    BlobHold hold();

    /**
     * Runs deletions of queued copies, unless a {@linkplain #hold hold} is open.
     *
     * @param deletions deletes the copies; what it throws is thrown here
     * @return whether they were run; if not, the copies stay queued
     */
    boolean sweep(Runnable deletions);

    /**
     * Visits every file of this store, of all scopes, drafts included. Files of others are not visited.
     *
     * @param each receives the files in no order
     */
    void files(Consumer<BlobFile> each);

    /**
     * Returns folders of copies, one per scope, that an earlier version kept and that more than one database may own. They are never
     * deleted here.
     *
     * @return folders named by {@link MemoryScope#longHash}; usually empty
     */
    List<Path> unowned();

    /**
     * Deletes a file that {@link #files} visited. Does nothing if there is none.
     *
     * @param file the file
     */
    void delete(BlobFile file);
}
