package io.memu4j.internal.transfer.load;

import io.memu4j.error.EmbeddingSpaceMismatchException;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.transfer.ImportReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The vectors of what is written to one scope: those that came where they fit, others made by the model. One thread. */
final class VectorStep {
    private static final int BATCH = 64;

    private final @Nullable EmbeddingSpace space;
    private final @Nullable TextEmbedder model;
    private final boolean keep;
    private final Map<String, float[]> made = new HashMap<>();
    private long kept;
    private long makings;
    private long missing;

    /** Something that is to have a vector, and the one that came with it. */
    @SuppressWarnings("ArrayRecordComponent") // passes through, compared by nobody
    record Wanted(OwnerKind kind, String id, String text, float @Nullable [] vector) {}

    /**
     * Decides in which space the scope's vectors are.
     *
     * @param active the scope's space, or null
     * @param came the space of the vectors that come, or null
     * @throws EmbeddingSpaceMismatchException when the scope's vectors are of another model than the configured one
     */
    VectorStep(
            @Nullable TextEmbedder model,
            @Nullable EmbeddingSpace active,
            @Nullable EmbeddingSpace came,
            boolean keepVectors) {
        EmbeddingSpace own = model == null ? null : model.space();
        if (own != null && !keepVectors) {
            if (active != null && !active.equals(own)) {
                throw new EmbeddingSpaceMismatchException(active.key(), own.key());
            }
            this.space = own;
        } else {
            EmbeddingSpace first = came == null ? own : came;
            this.space = active == null ? first : active;
        }
        this.keep = came != null && came.equals(space);
        this.model = own != null && own.equals(space) ? model : null;
    }

    /** The vectors of those that have one; a text is embedded once, also when asked again. */
    List<Embedding> embeddings(List<Wanted> wanted) {
        if (space == null) {
            return List.of();
        }
        make(wanted);
        List<Embedding> found = new ArrayList<>();
        for (Wanted one : wanted) {
            float[] vector = keep && one.vector() != null ? one.vector() : made.get(one.text());
            if (vector != null) {
                found.add(new Embedding(one.kind(), one.id(), space, vector));
            }
        }
        return found;
    }

    /** Counts what was written. */
    void written(List<Wanted> wanted) {
        for (Wanted one : wanted) {
            if (space != null && keep && one.vector() != null) {
                kept++;
            } else if (made.containsKey(one.text())) {
                makings++;
            } else {
                missing++;
            }
        }
        made.clear();
    }

    ImportReport.Vectors report() {
        return new ImportReport.Vectors(kept, makings, missing);
    }

    private void make(List<Wanted> wanted) {
        if (model == null) {
            return;
        }
        Set<String> texts = new LinkedHashSet<>();
        wanted.stream().filter(one -> !keep || one.vector() == null).forEach(one -> texts.add(one.text()));
        texts.removeAll(made.keySet());
        List<String> lacking = List.copyOf(texts);
        for (int from = 0; from < lacking.size(); from += BATCH) {
            List<String> batch = lacking.subList(from, Math.min(lacking.size(), from + BATCH));
            List<float[]> vectors = model.embedAll(batch);
            for (int i = 0; i < batch.size(); i++) {
                made.put(batch.get(i), vectors.get(i));
            }
        }
    }
}
