package io.memu4j.internal.write;

import io.memu4j.error.EmbeddingSpaceMismatchException;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Embeds the texts of one operation, each once, also when the operation has to be planned again. Used by one thread; what it was told to begin
 * with is embedded in another one.
 */
public final class Embedder implements AutoCloseable {
    private static final int BATCH = 256;
    private static final int WORTH_A_THREAD = 16;

    private final @Nullable TextEmbedder model;
    private final Executor executor;
    private final Map<String, float[]> known = new HashMap<>();
    private @Nullable EmbeddingAhead ahead;

    Embedder(Optional<TextEmbedder> model, Executor executor) {
        this.model = model.orElse(null);
        this.executor = executor;
    }

    /**
     * Makes sure, before anything is embedded or asked of a chat model, that the scope's vectors are of the configured model. A model of another
     * name is told without a request; one that does not know its dimension yet is asked for it, once.
     *
     * @throws EmbeddingSpaceMismatchException when they are not
     */
    public void requireSameSpace(ScopeStore store) {
        EmbeddingSpace active = model == null ? null : store.watermark().activeSpace();
        if (model == null || active == null) {
            return;
        }
        Optional<EmbeddingSpace> known = model.knownSpace();
        if (known.isEmpty() && !active.model().equals(model.name())) {
            throw new EmbeddingSpaceMismatchException(active.key(), model.name());
        }
        EmbeddingSpace configured = known.orElseGet(model::space);
        if (!active.equals(configured)) {
            throw new EmbeddingSpaceMismatchException(active.key(), configured.key());
        }
    }

    /** Has the vectors of many texts made while this thread does something else; {@link #prepare} waits for them. At most once. */
    public void begin(List<String> texts) {
        List<String> wanted = missing(texts);
        if (model != null && ahead == null && wanted.size() >= WORTH_A_THREAD) {
            ahead = EmbeddingAhead.start(model, batches(wanted), executor);
        }
    }

    /** Embeds the texts that have no vector yet. Reports to {@code progress} how many are done. */
    public void prepare(List<String> texts, IntConsumer progress) {
        if (model == null) {
            return;
        }
        if (ahead != null && ahead.hasAnyOf(texts)) {
            takeAhead(ahead, progress);
        }
        int done = 0;
        for (List<String> batch : batches(missing(texts))) {
            keep(batch, model.embedAll(batch));
            done += batch.size();
            progress.accept(done);
        }
    }

    private void takeAhead(EmbeddingAhead begun, IntConsumer progress) {
        int done = 0;
        for (int i = 0; i < begun.batches().size(); i++) {
            List<String> batch = begun.batches().get(i);
            keep(batch, begun.vectors(i));
            done += batch.size();
            progress.accept(done);
        }
        ahead = null;
    }

    private void keep(List<String> texts, List<float[]> vectors) {
        for (int i = 0; i < texts.size(); i++) {
            known.put(texts.get(i), vectors.get(i));
        }
    }

    private List<String> missing(List<String> texts) {
        Set<String> missing = new LinkedHashSet<>(texts);
        missing.removeAll(known.keySet());
        return List.copyOf(missing);
    }

    private static List<List<String>> batches(List<String> texts) {
        List<List<String>> batches = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += BATCH) {
            batches.add(texts.subList(from, Math.min(from + BATCH, texts.size())));
        }
        return batches;
    }

    /** Ends what was begun and is not needed any more; waits for the call under way to end. */
    @Override
    public void close() {
        if (ahead != null) {
            ahead.close();
        }
    }

    /** The vector of a text, or null without a model. */
    float @Nullable [] vector(String text) {
        if (model == null) {
            return null;
        }
        prepare(List.of(text), done -> {});
        return known.get(text);
    }

    /** The vector of a text as that of something stored; empty without a model. */
    public Optional<Embedding> embedding(OwnerKind kind, String ownerId, String text) {
        float[] vector = vector(text);
        return model == null || vector == null
                ? Optional.empty()
                : Optional.of(new Embedding(kind, ownerId, model.space(), vector));
    }
}
