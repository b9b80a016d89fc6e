package io.memu4j.transfer;

import io.memu4j.error.StoreException;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.blob.BlobStore;
import io.memu4j.spi.llm.EmbeddingModel;
import io.memu4j.spi.store.ApplyOutcome;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.ScopeStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One scope on its way in: where its rows go, and what is known of those that came. One thread. */
final class ScopeImport {
    private static final int TRIES = 25;

    final ScopeStore store;
    final IdMapping ids;
    final Optional<BlobStore> blobs;
    final ScopeTally tally = new ScopeTally();
    final VectorStep vectors;

    /** Ids of categories and passages that are there under another id. */
    final Map<String, String> elsewhere = new HashMap<>();

    /** Ids of passages that came and were not taken. */
    final Set<String> refused = new HashSet<>();

    ScopeImport(
            ScopeStore store,
            MemoryScope from,
            @Nullable EmbeddingSpace space,
            @Nullable EmbeddingModel model,
            Optional<BlobStore> blobs,
            boolean keepVectors) {
        this.store = store;
        this.ids = new IdMapping(from, store.scope());
        this.blobs = blobs;
        this.vectors = new VectorStep(model, store.watermark().activeSpace(), space, keepVectors);
    }

    /** Where a row with that id is to be found here. */
    String placed(String id) {
        String own = ids.of(id);
        return elsewhere.getOrDefault(own, own);
    }

    /**
     * Writes what {@code plan} plans, which is asked again while other writers are faster.
     *
     * @throws StoreException retriable, when they were every time
     */
    void commit(Supplier<ImportPlan> plan) {
        for (int i = 0; i < TRIES; i++) {
            ImportPlan planned = plan.get();
            vectors.embeddings(planned.wanted).forEach(planned.changes::put);
            ChangeSet changes = planned.changes.build();
            if (changes.isEmpty() || store.apply(changes) instanceof ApplyOutcome.Applied) {
                vectors.written(planned.wanted);
                planned.settle();
                return;
            }
        }
        throw StoreException.retriable(
                "Other writers changed " + store.scope() + " during each of " + TRIES
                        + " tries. What was imported before stays; import again for the rest.",
                null);
    }

    ImportReport.ImportedScope report() {
        return tally.report(store.scope(), vectors.report());
    }
}
