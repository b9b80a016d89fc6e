package io.memu4j.internal.write;

import io.memu4j.error.ModelException;
import io.memu4j.spi.llm.TextEmbedder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Embeds batches of texts on an executor while the calling thread does something else. If no thread of the executor has begun when the
 * vectors are needed, the calling thread embeds them.
 */
final class EmbeddingAhead implements AutoCloseable {
    private final TextEmbedder model;
    private final List<List<String>> batches;
    private final List<CompletableFuture<List<float[]>>> vectors = new ArrayList<>();
    private final Set<String> texts = new HashSet<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closed;
    private @Nullable Thread worker; // guarded by this

    private EmbeddingAhead(TextEmbedder model, List<List<String>> batches) {
        this.model = model;
        this.batches = batches;
        for (List<String> batch : batches) {
            vectors.add(new CompletableFuture<>());
            texts.addAll(batch);
        }
    }

    static EmbeddingAhead start(TextEmbedder model, List<List<String>> batches, Executor executor) {
        EmbeddingAhead ahead = new EmbeddingAhead(model, batches);
        try {
            executor.execute(ahead::run);
        } catch (RejectedExecutionException e) {
            return ahead; // no thread is free: the calling thread embeds
        }
        return ahead;
    }

    List<List<String>> batches() {
        return batches;
    }

    boolean hasAnyOf(Collection<String> wanted) {
        return wanted.stream().anyMatch(texts::contains);
    }

    /**
     * Returns the vectors of a batch, and waits for them.
     *
     * @throws RuntimeException what the model threw
     */
    List<float[]> vectors(int batch) {
        run();
        try {
            return vectors.get(batch).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ModelException.retriable(
                    "Embedding was interrupted. Nothing was stored; memorize the source again.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("A batch ended with what no model may throw.", e);
        }
    }

    /** Interrupts the call under way, and waits until it has ended: no model is called once the operation is over. */
    @Override
    public void close() {
        closed = true;
        if (begun.compareAndSet(false, true)) {
            return; // no thread has begun, and none will
        }
        synchronized (this) {
            if (worker != null) {
                worker.interrupt();
            }
        }
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the worker ends by itself, and its vectors are dropped
        }
    }

    private void run() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        workOn(Thread.currentThread());
        try {
            embed();
        } finally {
            workOn(null);
            ended.countDown();
        }
    }

    private synchronized void workOn(@Nullable Thread thread) {
        if (thread == null && closed) {
            Thread.interrupted(); // the interrupt was for the call; the thread may be a pool's
        }
        worker = thread;
    }

    private void embed() {
        for (int i = 0; i < vectors.size() && !closed; i++) {
            try {
                vectors.get(i).complete(model.embedAll(batches.get(i)));
            } catch (RuntimeException | Error e) { // thrown again where the vectors are waited for
                vectors.subList(i, vectors.size()).forEach(future -> future.completeExceptionally(e));
                return;
            }
        }
    }
}
