package io.memu4j.store.jpa;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeVectors;
import io.memu4j.store.jpa.read.MissingVectors;
import io.memu4j.store.jpa.session.ScopedSessions;
import io.memu4j.store.jpa.write.Revision;
import io.memu4j.store.jpa.write.Stamps;
import io.memu4j.store.jpa.write.StrayVectors;
import io.memu4j.store.jpa.write.VectorWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The vectors of one scope of a {@link JpaMemoryStore}. */
record JpaScopeVectors(MemoryScope scope, ScopedSessions sessions, Stamps stamps) implements ScopeVectors {
    @Override
    public Map<EmbeddingSpace, Long> bySpace() {
        return sessions.read(scope, session -> {
            Map<EmbeddingSpace, Long> counts = new HashMap<>();
            session.select(
                            "select e.key.space, count(*) from EmbeddingRow e where own(e) group by e.key.space",
                            Object[].class)
                    .list()
                    .forEach(row -> counts.put(EmbeddingSpace.of((String) row[0]), (Long) row[1]));
            return counts;
        });
    }

    @Override
    public List<String> missing(OwnerKind kind, EmbeddingSpace space, @Nullable String after, int limit) {
        return sessions.snapshot(
                scope, session -> new MissingVectors(session, space).of(kind, after == null ? "" : after, limit));
    }

    @Override
    public long countMissing(EmbeddingSpace space) {
        return sessions.snapshot(scope, session -> new MissingVectors(session, space).count());
    }

    @Override
    public int add(List<Embedding> vectors, Watermark asOf) {
        return vectors.isEmpty()
                ? 0
                : sessions.write(scope, session -> new VectorWriter(session, scope).add(vectors, asOf));
    }

    @Override
    public boolean activate(EmbeddingSpace space) {
        return sessions.write(scope, session -> {
            Watermark now = Revision.lock(session);
            if (now.revision() == 0 || space.equals(now.activeSpace())) {
                return now.revision() > 0;
            }
            if (new MissingVectors(session, space).any()) {
                return false;
            }
            Revision.startAnew(session, space, stamps);
            return true;
        });
    }

    @Override
    public int discard(EmbeddingSpace space, int limit) {
        return sessions.write(scope, session -> new VectorWriter(session, scope).discard(space, limit));
    }

    @Override
    public long strays(int limit) {
        return limit == 0
                ? sessions.snapshot(scope, session -> new StrayVectors(session).count())
                : sessions.write(scope, session -> new StrayVectors(session).delete(limit));
    }
}
