package io.memu4j.spi.store;

import io.memu4j.model.Category;
import io.memu4j.model.Counts;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.model.Watermark;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The memory of one scope in a {@link MemoryStore}. Thread-safe. An id of another scope is an unknown id. Each read is one consistent
 * answer; two reads may see different revisions. Any text may be asked for: what cannot be an id (too long, quotes, NUL) is an unknown id.
 */
public interface ScopeStore {
    MemoryScope scope();

    /** The scope's state of change; {@link Watermark#EMPTY} where it was never written. One small read. */
    Watermark watermark();

    Optional<Resource> resource(String id);

    Optional<Resource> resourceByKey(String sourceKey);

    /** Those that exist, in no order. */
    List<Resource> resources(Collection<String> ids);

    Page<Resource> resources(ResourceFilter filter, PageRequest page);

    /** All passages of a resource, by index and part; empty when there is no such resource. */
    List<Passage> passagesOf(String resourceId);

    /** The last passage of a resource by index and part. */
    Optional<Passage> lastPassageOf(String resourceId);

    /** Those that exist, in no order. */
    List<Passage> passages(Collection<String> ids);

    Optional<MemoryItem> item(String id);

    /** Those that exist, in no order. */
    List<MemoryItem> items(Collection<String> ids);

    Page<MemoryItem> items(ItemFilter filter, PageRequest page);

    /** The items that make those statements, in no order. */
    List<MemoryItem> itemsWith(Collection<ItemKey> keys);

    /** The items that cite any of those passages, each once, in no order. */
    List<MemoryItem> itemsCiting(Collection<String> passageIds);

    /** All categories, by {@link Category#nameKey}. */
    List<Category> categories();

    Optional<Category> category(String id);

    Counts counts();

    /** The vectors of those owners in the scope's active space, in no order; empty without an active space. */
    List<Embedding> embeddings(OwnerKind ownerKind, Collection<String> ownerIds);

    /**
     * Shows {@code reader} everything written after {@code since}, all of one snapshot. Where the incarnation is another one, the reader is
     * told to start anew and shown everything, even if that is nothing; otherwise, where something was deleted after {@code since}, it is
     * first told what remains. Where there was no active space at {@code since}, all vectors of the active one are shown.
     *
     * @param since what the reader already has; {@link Watermark#EMPTY} for nothing
     * @return the watermark of the snapshot
     */
    Watermark changesSince(Watermark since, ChangeReader reader);

    /**
     * Writes the change set whole or not at all, in one transaction that first raises the scope's revision, and creates the scope where it
     * does not exist. An empty change set writes nothing and does not count.
     *
     * @throws io.memu4j.error.EmbeddingSpaceMismatchException when a vector is of another space than the scope's active one; nothing was
     *     written
     * @throws io.memu4j.error.StoreException when the database fails; nothing was written, or, if the failure is that of the
     *     acknowledgement alone, all of it
     */
    ApplyOutcome apply(ChangeSet changes);

    /** Blobs that nothing refers to any more and that may still exist, oldest first. */
    List<PendingDeletion> pendingDeletions(int limit);

    /** Forgets pending deletions that were carried out. Not a change of the scope's revision. */
    void deletionsDone(Collection<PendingDeletion> done);

    /**
     * Deletes everything in the scope in one transaction and queues the deletion of its blobs. The revision goes on counting, the
     * incarnation stays, the active space is forgotten. Pending deletions stay. A scope without anything is left as it is.
     */
    Watermark clear();

    /**
     * Forgets that there was a scope, where it holds nothing and no blob is left to delete: {@link #watermark} is then
     * {@link Watermark#EMPTY}, it is not listed, and the next write gives it another incarnation.
     *
     * @return false where it holds something, has pending deletions, or does not exist; nothing was changed
     */
    boolean drop();

    /** The vectors by themselves, for whoever changes the embedding model. No I/O. */
    ScopeVectors vectors();
}
