package io.memu4j.spi.blob;

import io.memu4j.model.MemoryScope;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps copies of raw sources. Thread-safe. Failures are {@link io.memu4j.error.StoreException}s. */
public interface BlobStore {
    /**
     * Keeps a copy durably: once this returns it survives a crash; before, nothing is to be seen of it.
     *
     * @param name lower-case hexadecimal digits and {@code -}, unique in the scope
     * @return the key to read and delete it by
     */
    String put(MemoryScope scope, String name, byte[] content);

    /**
     * The copy of that key.
     *
     * @throws io.memu4j.error.NotFoundException when there is none
     */
    byte[] get(MemoryScope scope, String key);

    /**
     * Deletes the copy; a missing one is no failure.
     *
     * @throws io.memu4j.error.InvalidInputException when the key is not of that scope
     */
    void delete(MemoryScope scope, String key);

    /** The keys of all copies of the scope, in no order. */
    List<String> keys(MemoryScope scope);

    /**
     * Whether this is where the scope's copies are kept: from the first {@link #put} on, until its place is empty and {@linkplain #tidy
     * tidied}. Where it is not, a copy that a row names is not deleted but somewhere else.
     */
    boolean isPlaceOf(MemoryScope scope);

    /** The folder that all of it is in; empty where there is none, as in the heap. */
    Optional<Path> folder();

    /** Removes what the scope's place holds besides copies, and the place itself where it is empty then. */
    void tidy(MemoryScope scope);

    /**
     * Keeps every copy that exists until closed: no process deletes queued copies meanwhile. For a backup, which copies what rows named a
     * moment ago. Waits for deletions under way; a crash of the process ends it.
     *
     * @throws io.memu4j.error.StoreException retriable, when another hold does not end within half a minute
     */
    BlobHold hold();

    /**
     * Runs deletions of queued copies, unless somebody {@linkplain #hold holds} them.
     *
     * @return whether they were run; if not, they stay queued
     */
    boolean sweep(Runnable deletions);

    /** Shows every file there is, of all scopes, drafts included; files that are none of the store's are not shown. In no order. */
    void files(Consumer<BlobFile> each);

    /**
     * The other databases that keep copies in the same place, as far as that is known, by names that people recognise. Where there are any,
     * a copy that one database does not name may be theirs.
     */
    List<String> sharedWith();

    /** Deletes a file that {@link #files} showed; a missing one is no failure. */
    void delete(BlobFile file);
}
