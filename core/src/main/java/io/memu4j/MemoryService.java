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
import io.memu4j.retrieve.SeveralMemories;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The memory of one user with one agent. Lightweight and thread-safe. {@link MemoryServiceFactory#service} makes one as often as needed;
 * it is never closed.
 *
 * <p>Every call reads and writes this scope only; an id of another scope is unknown. After a {@link io.memu4j.error.MemoryException} the
 * store is as before the call, except for {@link io.memu4j.error.StoreException#afterWrite}, which says that the write was committed.
 */
public interface MemoryService {
    /** {@return the user and the agent whose memory this is} */
    MemoryScope scope();

    /**
     * Memorizes a source: reads it, finds statements, and stores everything in one transaction. If the source is stored with the same
     * content, nothing is written and no model is called. With other content, the new statements replace the old ones. Concurrent calls
     * are safe, also from other processes.
     *
     * <p>Embedding the new passages, items and changed summaries costs calls in batches. A chat model is called once per window of text
     * ({@link io.memu4j.config.UnderstandingConfig#windowTokens}) and once for all changed summaries, and again if an answer cannot be
     * used. A picture costs one call of a vision model, a recording one of a transcription model, a video one of each. A failed call is
     * retried as {@link io.memu4j.config.ModelLimits} say.
     *
     * @param request the source, and how to memorize it
     * @return what was stored
     * @throws io.memu4j.error.InvalidInputException if the source is empty, too large or has no readable format
     * @throws io.memu4j.error.ResourceAccessException if the source cannot be fetched
     * @throws io.memu4j.error.BudgetExceededException if the estimate exceeds the budget; no model was called
     * @throws io.memu4j.error.ModelException if a model does not answer, or the thread is interrupted meanwhile
     * @throws io.memu4j.error.ModelAnswerException if the answer about a picture, or a vector, cannot be used. An unusable answer about
     *     text marks the resource as partial instead
     * @throws io.memu4j.error.ConfigurationException if a required model is missing, rejects the key or does not exist
     * @throws io.memu4j.error.EmbeddingSpaceMismatchException if the vectors of the scope are of another embedding model
     * @throws io.memu4j.error.StoreException if the database fails, or other writers were faster in every attempt
     */
    MemorizeResult memorize(MemorizeRequest request);

    /**
     * Memorizes a source on an executor. Cancelling the future takes effect before the write or not at all: {@code cancel} returns true
     * exactly if nothing will be stored.
     *
     * @param request as of {@link #memorize}
     * @param executor runs the whole call, model calls included
     * @return completes with the result, or exceptionally with an exception of {@link #memorize}
     */
    CompletableFuture<MemorizeResult> memorizeAsync(MemorizeRequest request, Executor executor);

    /**
     * Retrieves with default options.
     *
     * @param query the question
     * @return what is relevant to it
     * @see #retrieve(RetrieveRequest)
     */
    RetrieveResult retrieve(String query);

    /**
     * Finds what is relevant to a question. Reads only. Costs one embedding call, or none without an embedding model. A chat model is
     * called for what the request or the configuration asks for ({@link io.memu4j.retrieve.ModelUse}), and once for a request with a
     * context.
     *
     * @param request the question, and how to answer it
     * @return what was found, best first
     * @throws io.memu4j.error.ModelException if a model does not answer
     * @throws io.memu4j.error.ConfigurationException if the request needs a chat model and there is none, or a model rejects the key
     * @throws io.memu4j.error.EmbeddingSpaceMismatchException if the vectors of the scope are of another embedding model
     * @throws io.memu4j.error.StoreException if the database fails
     */
    RetrieveResult retrieve(RetrieveRequest request);

    /**
     * Returns the memories that several agents have of this user, to be read together.
     *
     * @param agentIds the agents; this one only if it is named
     * @return the memories, in the order of the agents, each once
     * @throws io.memu4j.error.InvalidInputException if an id is no agent id
     */
    SeveralMemories across(String... agentIds);

    /** {@return the statements of this scope} */
    Items items();

    /** {@return the topics of this scope} */
    Categories categories();

    /** {@return the sources of this scope} */
    Resources resources();

    /** {@return the number of rows in this scope} */
    Counts counts();

    /**
     * Deletes everything in this scope in one transaction, and then the copies of its sources. Calls no model.
     *
     * @throws io.memu4j.error.StoreException if the database fails; nothing was deleted
     */
    void clear();
}
