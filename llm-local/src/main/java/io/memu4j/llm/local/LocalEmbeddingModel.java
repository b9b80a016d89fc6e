package io.memu4j.llm.local;

import io.memu4j.error.ModelException;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.spi.llm.Embedded;
import io.memu4j.spi.llm.TextEmbedder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * bge-small-en-v1.5 in this process. Nothing is loaded before the first text; all instances of a JVM share one copy of the model, which is
 * freed when the last of them is closed. The texts of one call are embedded side by side, on as many threads as there are processors.
 */
final class LocalEmbeddingModel implements TextEmbedder, AutoCloseable {
    private static final EmbeddingSpace SPACE = new EmbeddingSpace(LocalModelProvider.BGE_SMALL, BertEncoder.DIMENSION);

    /** What the authors of the model put before short questions that look for longer texts. */
    private static final String QUERY_PREFIX = "Represent this sentence for searching relevant passages: ";

    private @Nullable SharedEncoder encoder;
    private boolean closed;

    @Override
    public EmbeddingSpace space() {
        return SPACE;
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        SharedEncoder shared = encoder();
        if (texts.size() == 1) {
            return List.of(shared.encode(texts.get(0)));
        }
        List<Future<float[]>> pending = new ArrayList<>(texts.size());
        try {
            texts.forEach(text -> pending.add(shared.submit(text)));
            List<float[]> vectors = new ArrayList<>(texts.size());
            for (Future<float[]> each : pending) {
                vectors.add(each.get());
            }
            return vectors;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ModelException.retriable("The local embedding model was interrupted. Nothing was changed.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ModelException known
                    ? known
                    : ModelException.permanent("The local embedding model failed. The cause says why.", e.getCause());
        } finally {
            pending.forEach(each -> each.cancel(false));
        }
    }

    @Override
    public float[] embedQuery(String query) {
        return encoder().encode(QUERY_PREFIX + query);
    }

    @Override
    public Embedded embedQuestions(List<String> wordings) {
        return embed(wordings.stream().map(wording -> QUERY_PREFIX + wording).toList());
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (encoder != null) {
            encoder.release();
            encoder = null;
        }
    }

    private synchronized SharedEncoder encoder() {
        if (closed) {
            throw ModelException.permanent(
                    "The local embedding model is closed. Use it before its factory is closed.", null);
        }
        if (encoder == null) {
            encoder = SharedEncoder.acquire();
        }
        return encoder;
    }
}
