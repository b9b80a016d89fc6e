package io.memu4j.internal.write;

import io.memu4j.error.ModelException;
import io.memu4j.spi.llm.TextEmbedder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Makes vectors in a thread of its own, batch after batch, until all are made, one fails, or nobody wants them any more. */
final class EmbeddingAhead implements AutoCloseable {
    private final TextEmbedder model;
    private final List<List<String>> batches;
    private final List<CompletableFuture<List<float[]>>> made = new ArrayList<>();
    private final Set<String> texts = new HashSet<>();
    private final Thread thread;
    private volatile boolean unwanted;

    private EmbeddingAhead(TextEmbedder model, List<List<String>> batches) {
        this.model = model;
        this.batches = batches;
        for (List<String> batch : batches) {
            made.add(new CompletableFuture<>());
            texts.addAll(batch);
        }
        this.thread = new Thread(this::embed, "memu4j-embedding-ahead");
        thread.setDaemon(true);
    }

    static EmbeddingAhead start(TextEmbedder model, List<List<String>> batches) {
        EmbeddingAhead ahead = new EmbeddingAhead(model, batches);
        ahead.thread.start();
        return ahead;
    }

    List<List<String>> batches() {
        return batches;
    }

    boolean hasAnyOf(Collection<String> wanted) {
        return wanted.stream().anyMatch(texts::contains);
    }

    /**
     * The vectors of a batch; waits for them.
     *
     * @throws RuntimeException what the model threw
     */
    List<float[]> vectors(int batch) {
        try {
            return made.get(batch).get();
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
        unwanted = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the thread ends by itself, and what it makes is dropped
        }
    }

    private void embed() {
        for (int i = 0; i < made.size() && !unwanted; i++) {
            try {
                made.get(i).complete(model.embedAll(batches.get(i)));
            } catch (RuntimeException | Error e) { // whatever it is, it is thrown where the vectors are waited for
                made.subList(i, made.size()).forEach(future -> future.completeExceptionally(e));
                return;
            }
        }
    }
}
