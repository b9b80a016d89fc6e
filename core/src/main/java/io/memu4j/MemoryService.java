package io.memu4j;

import io.memu4j.model.MemoryScope;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.spi.store.Counts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The memory of one user with one agent. Light and thread-safe; made by {@link MemoryServiceFactory#service} as often as needed, never
 * closed. Every call reads and writes this scope alone: an id of another scope is an unknown id. After any
 * {@link io.memu4j.error.MemoryException} the store is as before the call, but for a {@link io.memu4j.error.StoreException#afterWrite} that says
 * that the write was done.
 */
public interface MemoryService {
    MemoryScope scope();

    /**
     * Takes in a source: reads it, finds what is worth remembering, and stores all of it in one transaction, or nothing. The same source
     * with the same content changes nothing and calls no model; with other content, what it says now replaces what it said before.
     * Concurrent calls are safe, also from other processes. Without a chat model the cost is the embedding of the new passages, items and
     * touched summaries.
     *
     * @throws io.memu4j.error.InvalidInputException when the source is empty, too large or of no readable format
     * @throws io.memu4j.error.ResourceAccessException when it cannot be fetched
     */
    MemorizeResult memorize(MemorizeRequest request);

    /**
     * {@link #memorize} on {@code executor}. Cancelling the future takes effect before the write or not at all: {@code cancel} returns true
     * exactly when nothing will be stored.
     */
    CompletableFuture<MemorizeResult> memorizeAsync(MemorizeRequest request, Executor executor);

    /** {@link #retrieve(RetrieveRequest)} with everything but the question as usual. */
    RetrieveResult retrieve(String query);

    /** Finds what is relevant to a question. Only reads; costs one embedding call, or none without an embedding model. */
    RetrieveResult retrieve(RetrieveRequest request);

    /** The remembered statements. */
    Items items();

    /** The topics. */
    Categories categories();

    /** The sources. */
    Resources resources();

    Counts counts();

    /** Forgets everything in this scope, copies of sources included. */
    void clear();
}
