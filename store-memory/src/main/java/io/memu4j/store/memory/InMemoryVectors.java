package io.memu4j.store.memory;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeVectors;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The vectors of one scope, each method under its lock. */
record InMemoryVectors(InMemoryScopeStore scope) implements ScopeVectors {
    @Override
    public Map<EmbeddingSpace, Long> bySpace() {
        return scope.read(t -> new VectorTables(t).bySpace());
    }

    @Override
    public List<String> missing(OwnerKind kind, EmbeddingSpace space, @Nullable String after, int limit) {
        return scope.read(t -> new VectorTables(t)
                .missing(kind, space)
                .filter(id -> after == null || id.compareTo(after) > 0)
                .sorted()
                .limit(limit)
                .toList());
    }

    @Override
    public long countMissing(EmbeddingSpace space) {
        return scope.read(t -> new VectorTables(t).countMissing(space));
    }

    @Override
    public int add(List<Embedding> vectors, Watermark asOf) {
        return vectors.isEmpty() ? 0 : scope.write(t -> new VectorTables(t).add(vectors, asOf));
    }

    @Override
    public boolean activate(EmbeddingSpace space) {
        return scope.write(t -> new VectorTables(t).activate(space));
    }

    @Override
    public int discard(EmbeddingSpace space, int limit) {
        return scope.write(t -> new VectorTables(t).discard(space, limit));
    }

    /** None: a vector is in a map by its owner and goes with it. */
    @Override
    public long strays(int limit) {
        return 0;
    }
}
