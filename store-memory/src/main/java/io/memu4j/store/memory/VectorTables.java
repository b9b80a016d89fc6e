package io.memu4j.store.memory;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.Resource;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The vectors of a scope by space: those of the active one, which readers see, and those in preparation. Under the scope's lock. */
final class VectorTables {
    private final ScopeTables tables;

    VectorTables(ScopeTables tables) {
        this.tables = tables;
    }

    Map<EmbeddingSpace, Long> bySpace() {
        Map<EmbeddingSpace, Long> counts = new HashMap<>();
        EmbeddingSpace active = tables.watermark.activeSpace();
        if (active != null && !tables.embeddings.isEmpty()) {
            counts.put(active, (long) tables.embeddings.size());
        }
        tables.prepared.forEach((space, rows) -> counts.put(space, (long) rows.size()));
        return counts;
    }

    Stream<String> missing(OwnerKind kind, EmbeddingSpace space) {
        boolean active = isActive(space);
        Map<Owner, Row<Embedding>> vectors = active ? tables.embeddings : tables.prepared.getOrDefault(space, Map.of());
        return tables.rowsOf(kind).entrySet().stream()
                .filter(entry -> canHaveVector(entry.getValue().value()))
                .filter(entry -> {
                    Row<Embedding> vector = vectors.get(new Owner(kind, entry.getKey()));
                    return vector == null
                            || (!active && vector.revision() < entry.getValue().revision());
                })
                .map(Map.Entry::getKey);
    }

    long countMissing(EmbeddingSpace space) {
        return Arrays.stream(OwnerKind.values())
                .mapToLong(kind -> missing(kind, space).count())
                .sum();
    }

    int add(List<Embedding> vectors, Watermark asOf) {
        Watermark now = tables.watermark;
        if (now.revision() == 0 || !now.incarnation().equals(asOf.incarnation())) {
            return 0;
        }
        EmbeddingSpace space = vectors.get(0).space();
        boolean active = isActive(space);
        List<Embedding> kept = vectors.stream()
                .filter(vector -> isUnchanged(vector, asOf))
                .filter(vector -> !active || !tables.embeddings.containsKey(Owner.of(vector)))
                .toList();
        if (kept.isEmpty()) {
            return 0;
        }
        long revision = active ? now.revision() + 1 : now.revision();
        Map<Owner, Row<Embedding>> rows =
                active ? tables.embeddings : tables.prepared.computeIfAbsent(space, s -> new HashMap<>());
        kept.forEach(vector -> rows.put(Owner.of(vector), new Row<>(vector, revision)));
        tables.watermark = new Watermark(now.incarnation(), revision, now.lastDeleteRevision(), now.activeSpace());
        return kept.size();
    }

    boolean activate(EmbeddingSpace space) {
        Watermark now = tables.watermark;
        if (now.revision() == 0 || isActive(space)) {
            return now.revision() > 0;
        }
        if (countMissing(space) > 0) {
            return false;
        }
        EmbeddingSpace before = now.activeSpace();
        Map<Owner, Row<Embedding>> old = new HashMap<>(tables.embeddings);
        Map<Owner, Row<Embedding>> ready = tables.prepared.remove(space);
        tables.embeddings.clear();
        if (ready != null) {
            tables.embeddings.putAll(ready);
        }
        if (before != null && !old.isEmpty()) {
            tables.prepared.put(before, old);
        }
        tables.watermark =
                new Watermark(UUID.randomUUID().toString(), now.revision() + 1, now.lastDeleteRevision(), space);
        return true;
    }

    int discard(EmbeddingSpace space, int limit) {
        Map<Owner, Row<Embedding>> rows = tables.prepared.get(space);
        if (rows == null) {
            return 0;
        }
        List<Owner> some = rows.keySet().stream().limit(limit).toList();
        some.forEach(rows::remove);
        if (rows.isEmpty()) {
            tables.prepared.remove(space);
        }
        return some.size();
    }

    private boolean isActive(EmbeddingSpace space) {
        return space.equals(tables.watermark.activeSpace());
    }

    private boolean isUnchanged(Embedding vector, Watermark asOf) {
        Row<?> owner = tables.rowsOf(vector.ownerKind()).get(vector.ownerId());
        return owner != null && owner.revision() <= asOf.revision();
    }

    private static boolean canHaveVector(Object value) {
        return !(value instanceof Resource resource) || resource.caption() != null;
    }
}
