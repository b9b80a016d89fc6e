package io.memu4j;

import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.memory.Categories;
import io.memu4j.memory.Items;
import io.memu4j.memory.Resources;
import io.memu4j.model.Counts;
import io.memu4j.model.MemoryScope;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
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
     * Concurrent calls are safe, also from other processes.
     *
     * <p>The cost is the embedding of the new passages, items and touched summaries, in batches. With a chat model one call per window of text
     * is added ({@link io.memu4j.config.UnderstandingConfig#windowTokens}) and one for all touched summaries, both more where answers cannot
     * be used; for pictures one call of a vision model, for recordings one of a transcription model, for videos one of each. A failed call is tried
     * again as {@link io.memu4j.config.ModelLimits} say.
     *
     * @throws io.memu4j.error.InvalidInputException when the source is empty, too large or of no readable format
     * @throws io.memu4j.error.ResourceAccessException when it cannot be fetched
     * @throws io.memu4j.error.BudgetExceededException when it would take more calls than its budget allows, before the first one
     * @throws io.memu4j.error.ModelException when a model does not answer, or the thread is interrupted meanwhile
     * @throws io.memu4j.error.ModelAnswerException when what a model answers about a picture, or its vectors, cannot be used; an answer about text
     *     that cannot be used leaves the resource partial instead
     * @throws io.memu4j.error.ConfigurationException when a model that it takes is missing, refuses the key or does not exist
     * @throws io.memu4j.error.EmbeddingSpaceMismatchException when the scope's vectors are of another embedding model
     * @throws io.memu4j.error.StoreException when the database fails, or other writers were faster every time
     */
    MemorizeResult memorize(MemorizeRequest request);

    /**
     * {@link #memorize} on {@code executor}. Cancelling the future takes effect before the write or not at all: {@code cancel} returns true
     * exactly when nothing will be stored.
     */
    CompletableFuture<MemorizeResult> memorizeAsync(MemorizeRequest request, Executor executor);

    /** {@link #retrieve(RetrieveRequest)} with everything but the question as usual. */
    RetrieveResult retrieve(String query);

    /**
     * Finds what is relevant to a question. Only reads. Costs one embedding call, or none without an embedding model. A chat model is called
     * for what the request or the configuration asks for ({@link io.memu4j.retrieve.ModelUse}), and where there is one once for a request
     * with a context.
     *
     * @throws io.memu4j.error.ModelException when a model does not answer
     * @throws io.memu4j.error.ConfigurationException when a chat model is asked for and there is none, or a model refuses the key
     * @throws io.memu4j.error.EmbeddingSpaceMismatchException when the scope's vectors are of another embedding model
     * @throws io.memu4j.error.StoreException when the database fails
     */
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
