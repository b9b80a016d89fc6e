package io.memu4j.internal.transfer.load;

import io.memu4j.error.StoreException;
import io.memu4j.model.Category;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.blob.BlobStore;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.store.ApplyOutcome;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.transfer.ImportReport;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One scope on its way in: where its rows go, and what is known of those that came. One thread. */
final class ScopeImport implements AutoCloseable {
    private static final int TRIES = 25;

    final ScopeStore store;
    final IdMapping ids;
    final Optional<BlobStore> blobs;
    final ScopeTally tally = new ScopeTally();
    final VectorStep vectors;

    final PassageIndex passages = new PassageIndex();

    /** Ids of categories that are there under another id. */
    private final Map<String, String> categories = new HashMap<>();

    ScopeImport(
            ScopeStore store,
            MemoryScope from,
            @Nullable EmbeddingSpace space,
            @Nullable TextEmbedder model,
            Optional<BlobStore> blobs,
            boolean keepVectors) {
        this.store = store;
        this.ids = new IdMapping(from, store.scope());
        this.blobs = blobs;
        this.vectors = new VectorStep(model, store.watermark().activeSpace(), space, keepVectors);
    }

    /** Under which id a passage that came with that one is to be found here. */
    String passage(String id) {
        return passages.of(ids.of(id));
    }

    /** Under which id a category that came with that one is to be found here. */
    String category(String id) {
        String own = ids.of(id);
        return categories.getOrDefault(own, own);
    }

    /** The category that came is there under another id. */
    void isElsewhere(Category came, Category there) {
        categories.put(came.id(), there.id());
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
            planned.finish();
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

    @Override
    public void close() {
        passages.close();
    }
}
