package io.memu4j.internal.reembed;

import io.memu4j.error.StoreException;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.Watermark;
import io.memu4j.reembed.ReembedReport;
import io.memu4j.reembed.ReembedRequest;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.spi.store.ScopeVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes one memory over. One use. */
final class ScopeReembedding {
    private static final Logger log = LoggerFactory.getLogger(ScopeReembedding.class);

    /** Each round embeds what was written during the one before; that so many do not suffice means writers faster than the model. */
    private static final int ROUNDS = 100;

    private static final int DISCARDED_AT_ONCE = 500;

    private final ScopeStore scope;
    private final ScopeVectors vectors;
    private final TextEmbedder model;
    private final EmbeddingSpace space;
    private final ReembedRequest request;
    private final Pace pace;
    private long total;
    private long embedded;

    ScopeReembedding(ScopeStore scope, TextEmbedder model, ReembedRequest request, Pace pace) {
        this.scope = scope;
        this.vectors = scope.vectors();
        this.model = model;
        this.space = model.space();
        this.request = request;
        this.pace = pace;
    }

    /** @param discard whether vectors of other models go once the memory is on this one */
    ReembedReport run(boolean discard) {
        boolean before = isActive();
        if (before || hasContents()) {
            total = vectors.countMissing(space);
            complete();
        }
        int changed = !before && isActive() ? 1 : 0;
        return new ReembedReport(space, 1, changed, embedded, discard && isActive() ? discardOthers() : 0);
    }

    /** A memory that was emptied takes the space of whoever writes next. */
    private boolean hasContents() {
        return scope.watermark().activeSpace() != null || !scope.counts().isEmpty();
    }

    private void complete() {
        for (int round = 0; round < ROUNDS; round++) {
            for (OwnerKind kind : OwnerKind.values()) {
                embedMissing(kind);
            }
            if (isActive() || vectors.activate(space)) {
                return;
            }
        }
        throw StoreException.retriable(
                "Others wrote to " + scope.scope() + " faster than the model " + space.key()
                        + " could embed. The new vectors are kept and the old ones still serve; run it again when there is less to do.",
                null);
    }

    private void embedMissing(OwnerKind kind) {
        @Nullable String after = null;
        while (true) {
            Watermark asOf = scope.watermark();
            List<String> ids = vectors.missing(kind, space, after, request.batch());
            if (ids.isEmpty()) {
                return;
            }
            after = ids.get(ids.size() - 1);
            embed(kind, ids, asOf);
        }
    }

    private void embed(OwnerKind kind, List<String> ids, Watermark asOf) {
        Map<String, String> texts = StoredTexts.of(scope, kind, ids);
        if (texts.isEmpty()) {
            return;
        }
        pace.begin();
        List<float[]> made = model.embedAll(List.copyOf(texts.values()));
        List<Embedding> batch = new ArrayList<>();
        for (String id : texts.keySet()) {
            batch.add(new Embedding(kind, id, space, made.get(batch.size())));
        }
        embedded += vectors.add(batch, asOf);
        told();
        pace.end(batch.size());
    }

    private void told() {
        try {
            request.listener().onProgress(scope.scope(), embedded, total);
        } catch (RuntimeException e) { // a progress bar must not stop the work
            log.warn("A listener to a change of the embedding model failed; the change goes on.", e);
        }
    }

    private long discardOthers() {
        long discarded = 0;
        for (EmbeddingSpace other : vectors.bySpace().keySet()) {
            int some = other.equals(space) ? 0 : vectors.discard(other, DISCARDED_AT_ONCE);
            while (some > 0) {
                discarded += some;
                some = vectors.discard(other, DISCARDED_AT_ONCE);
            }
        }
        return discarded;
    }

    private boolean isActive() {
        return space.equals(scope.watermark().activeSpace());
    }
}
