package io.memu4j;

import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.transaction.CallerTransactions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Memorizes when the caller's transaction has committed, and not at all when it rolls back. What waits is in the heap: a process that ends
 * between the commit and the write loses it. Thread-safe.
 */
public interface AfterCommit {
    /**
     * Memorizes after the commit of the transaction of the calling thread; at once if there is none. Returns without waiting.
     *
     * @param scope the user and the agent
     * @param request the source, and how to memorize it
     * @return completes with the result, or exceptionally with an exception of {@link MemoryService#memorize}; cancelled if the transaction
     *     was rolled back or its outcome is unknown. Waiting for it within the transaction never ends
     */
    CompletableFuture<MemorizeResult> memorize(MemoryScope scope, MemorizeRequest request);

    /**
     * Returns one that memorizes on an executor.
     *
     * @param memory the memory; the application closes it
     * @param transactions the transactions of the application
     * @param executor runs the whole call, model calls included; {@code Runnable::run} makes the committing thread do it
     * @return what memorizes after a commit
     */
    static AfterCommit of(MemoryServiceFactory memory, CallerTransactions transactions, Executor executor) {
        return new CommitTrigger(memory, transactions, executor);
    }
}
