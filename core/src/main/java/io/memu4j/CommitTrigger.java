package io.memu4j;

import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.transaction.CallerTransactions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a memorize at the end of a transaction. */
final class CommitTrigger implements AfterCommit {
    private static final Logger LOG = LoggerFactory.getLogger(AfterCommit.class);

    private final MemoryServiceFactory memory;
    private final CallerTransactions transactions;
    private final Executor executor;

    CommitTrigger(MemoryServiceFactory memory, CallerTransactions transactions, Executor executor) {
        this.memory = memory;
        this.transactions = transactions;
        this.executor = executor;
    }

    @Override
    public CompletableFuture<MemorizeResult> memorize(MemoryScope scope, MemorizeRequest request) {
        MemoryService service = memory.service(scope);
        CompletableFuture<MemorizeResult> result = new CompletableFuture<>();
        boolean waits = transactions.whenCompleted(committed -> {
            if (committed) {
                start(service, request, result);
            } else {
                result.cancel(false);
            }
        });
        if (!waits) {
            start(service, request, result);
        }
        return result;
    }

    /** Never throws: it is called while a transaction ends, and the failure is that of the future. */
    private void start(MemoryService service, MemorizeRequest request, CompletableFuture<MemorizeResult> result) {
        try {
            executor.execute(() -> run(service, request, result));
        } catch (RuntimeException e) { // whatever the executor refuses with
            fail(service, result, e);
        }
    }

    private static void run(
            MemoryService service, MemorizeRequest request, CompletableFuture<MemorizeResult> result) {
        if (result.isDone()) {
            return; // the application cancelled it
        }
        try {
            result.complete(service.memorize(request));
        } catch (RuntimeException | Error e) { // whatever went wrong is the outcome
            fail(service, result, e);
        }
    }

    /** The caller may have let go of the future, and what failed is lost: somebody has to hear of it. */
    private static void fail(MemoryService service, CompletableFuture<MemorizeResult> result, Throwable failure) {
        LOG.warn("A source of {} was not memorized after the commit.", service.scope(), failure);
        result.completeExceptionally(failure);
    }
}
