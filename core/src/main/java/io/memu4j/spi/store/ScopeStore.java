package io.memu4j.spi.store;

import io.memu4j.model.Category;
import io.memu4j.model.Counts;
import io.memu4j.model.ItemEvent;
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
 * The memory of one scope in a {@link MemoryStore}. Thread-safe. An id of another scope is unknown.
 *
 * <p>Each read returns one consistent state; two reads may see different revisions. Any text may be passed as an id: a text that cannot
 * be one (too long, quotes, NUL) is unknown. Failures are {@link io.memu4j.error.StoreException}s.
 */
public interface ScopeStore {
    /** {@return the user and the agent} */
    MemoryScope scope();

    /** {@return the state of change of the scope; {@link Watermark#EMPTY} if it was never written} One small read. */
    Watermark watermark();

    /**
     * Returns a resource.
     *
     * @param id any text; what cannot be an id is unknown
     * @return the resource, or empty
     */
    Optional<Resource> resource(String id);

    /**
     * Returns the resource of a source.
     *
     * @param sourceKey identifies the source in the scope
     * @return the resource, or empty
     */
    Optional<Resource> resourceByKey(String sourceKey);

    /**
     * Returns several resources.
     *
     * @param ids any texts
     * @return those that exist, in no order
     */
    List<Resource> resources(Collection<String> ids);

    /**
     * Returns a page of resources that pass a filter, in the order of their creation.
     *
     * @param filter which resources
     * @param page where to continue, and how many
     * @return the page
     */
    Page<Resource> resources(ResourceFilter filter, PageRequest page);

    /**
     * Returns the passages of a resource.
     *
     * @param resourceId the id of the resource
     * @return by index and part; empty if there is no such resource
     */
    List<Passage> passagesOf(String resourceId);

    /**
     * Returns the last passage of a resource, by index and part.
     *
     * @param resourceId the id of the resource
     * @return the passage, or empty
     */
    Optional<Passage> lastPassageOf(String resourceId);

    /**
     * Returns several passages.
     *
     * @param ids any texts
     * @return those that exist, in no order
     */
    List<Passage> passages(Collection<String> ids);

    /**
     * Returns an item.
     *
     * @param id any text; what cannot be an id is unknown
     * @return the item with its citations and links, or empty
     */
    Optional<MemoryItem> item(String id);

    /**
     * Returns several items.
     *
     * @param ids any texts
     * @return those that exist, in no order
     */
    List<MemoryItem> items(Collection<String> ids);

    /**
     * Returns a page of items that pass a filter, in the order of their creation.
     *
     * @param filter which items
     * @param page where to continue, and how many
     * @return the page
     */
    Page<MemoryItem> items(ItemFilter filter, PageRequest page);

    /**
     * Returns the items that make some statements.
     *
     * @param keys the keys of the statements
     * @return at most one item per key, in no order
     */
    List<MemoryItem> itemsWith(Collection<ItemKey> keys);

    /**
     * Returns the items that cite at least one of some passages.
     *
     * @param passageIds ids of passages
     * @return each item once, in no order
     */
    List<MemoryItem> itemsCiting(Collection<String> passageIds);

    /**
     * Returns the items that state some facts, closed ones too.
     *
     * @param facts values of {@link MemoryItem#fact}
     * @return each item once, in no order
     */
    List<MemoryItem> itemsAbout(Collection<String> facts);

    /**
     * Returns what happened to some items, deleted ones too.
     *
     * @param itemIds ids of items
     * @return by time and id
     */
    List<ItemEvent> history(Collection<String> itemIds);

    /** {@return all categories, by {@link Category#nameKey}} */
    List<Category> categories();

    /**
     * Returns a category.
     *
     * @param id any text; what cannot be an id is unknown
     * @return the category, or empty
     */
    Optional<Category> category(String id);

    /** {@return the number of rows of the scope} */
    Counts counts();

    /**
     * Returns vectors of the scope's active space.
     *
     * @param ownerKind the kind of row
     * @param ownerIds ids of rows
     * @return those that exist, in no order; empty without an active space
     */
    List<Embedding> embeddings(OwnerKind ownerKind, Collection<String> ownerIds);

    /**
     * Sends everything that was written after a watermark to a reader, all of one snapshot.
     *
     * <p>If the incarnation is another one, the reader is first told to start anew, and receives everything, even if that is nothing.
     * Otherwise, if something was deleted after {@code since}, it first receives what remains. If there was no active space at {@code
     * since}, all vectors of the active space are sent.
     *
     * @param since what the reader has; {@link Watermark#EMPTY} for nothing
     * @param reader receives the changes in a transaction
     * @return the watermark of the snapshot
     */
    Watermark changesSince(Watermark since, ChangeReader reader);

    /**
     * Writes a change set completely or not at all, in one transaction. The transaction first raises the revision of the scope, and
     * creates the scope if it does not exist. An empty change set writes nothing and raises nothing.
     *
     * @param changes what to write
     * @return whether it was stored, or what has to be planned again
     * @throws io.memu4j.error.EmbeddingSpaceMismatchException if a vector is of another space than the active one; nothing was written
     * @throws io.memu4j.error.StoreException if the database fails. Nothing was written; if only the acknowledgement of the commit was
     *     lost, all of it was
     */
    ApplyOutcome apply(ChangeSet changes);

    /**
     * Returns queued deletions of copies that no row names any more.
     *
     * @param limit the maximum number, from 1
     * @return oldest first
     */
    List<PendingDeletion> pendingDeletions(int limit);

    /**
     * Removes queued deletions that were carried out. Does not raise the revision.
     *
     * @param done entries of {@link #pendingDeletions}
     */
    void deletionsDone(Collection<PendingDeletion> done);

    /**
     * Deletes everything in the scope in one transaction and queues the deletion of its copies. The revision rises, the incarnation
     * stays, the active space is forgotten, queued deletions stay. A scope that holds nothing is not changed.
     *
     * @return the watermark after it
     */
    Watermark clear();

    /**
     * Deletes the scope itself, if it holds nothing and no deletion is queued. {@link #watermark} is then {@link Watermark#EMPTY}, the
     * scope is not listed, and the next write gives it a new incarnation.
     *
     * @return false if it holds something, has queued deletions, or does not exist; nothing was changed
     */
    boolean drop();

    /** {@return access to the vectors alone, for a change of the embedding model} Does no I/O. */
    ScopeVectors vectors();
}
