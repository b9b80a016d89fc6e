package io.memu4j;

import io.memu4j.error.EmbeddingSpaceMismatchException;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.OwnerKind;
import io.memu4j.spi.llm.EmbeddingModel;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.ScopeStore;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Embeds the texts of one operation, each once, also when the operation has to be planned again. One thread. */
final class Embedder {
    private static final int BATCH = 256;

    private final @Nullable EmbeddingModel model;
    private final Map<String, float[]> known = new HashMap<>();

    Embedder(Optional<EmbeddingModel> model) {
        this.model = model.orElse(null);
    }

    /**
     * Makes sure before any model is called that the scope's vectors are of the configured model.
     *
     * @throws EmbeddingSpaceMismatchException when they are not
     */
    void requireSameSpace(ScopeStore store) {
        EmbeddingSpace active = model == null ? null : store.watermark().activeSpace();
        if (model != null && active != null && !active.equals(model.space())) {
            throw new EmbeddingSpaceMismatchException(
                    active.key(), model.space().key());
        }
    }

    /** Makes the vectors of those texts that have none yet; {@code progress} is told how many are done. */
    void prepare(List<String> texts, IntConsumer progress) {
        if (model == null) {
            return;
        }
        Set<String> missing = new LinkedHashSet<>(texts);
        missing.removeAll(known.keySet());
        List<String> wanted = List.copyOf(missing);
        for (int from = 0; from < wanted.size(); from += BATCH) {
            List<String> batch = wanted.subList(from, Math.min(from + BATCH, wanted.size()));
            List<float[]> vectors = model.embedAll(batch);
            for (int i = 0; i < batch.size(); i++) {
                known.put(batch.get(i), vectors.get(i));
            }
            progress.accept(from + batch.size());
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
    Optional<Embedding> embedding(OwnerKind kind, String ownerId, String text) {
        float[] vector = vector(text);
        return model == null || vector == null
                ? Optional.empty()
                : Optional.of(new Embedding(kind, ownerId, model.space(), vector));
    }
}
