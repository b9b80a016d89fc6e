package io.memu4j.store.jpa.write;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.store.jpa.entity.EmbeddingRow;
import io.memu4j.store.jpa.read.Chunks;
import io.memu4j.store.jpa.read.Owners;
import io.memu4j.store.jpa.session.BoundSession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes and deletes vectors without what they stand for. Within a transaction of its own. */
public final class VectorWriter {
    private final BoundSession session;
    private final MemoryScope scope;

    public VectorWriter(BoundSession session, MemoryScope scope) {
        this.session = session;
        this.scope = scope;
    }

    public int add(List<Embedding> vectors, Watermark asOf) {
        Watermark now = Revision.lock(session);
        EmbeddingSpace space = vectors.get(0).space();
        if (now.revision() == 0 || !now.incarnation().equals(asOf.incarnation())) {
            return 0;
        }
        boolean active = space.equals(now.activeSpace());
        List<Embedding> kept = new ArrayList<>();
        for (OwnerKind kind : OwnerKind.values()) {
            List<Embedding> ofKind =
                    vectors.stream().filter(v -> v.ownerKind() == kind).toList();
            Set<String> wanted = unchanged(kind, ids(ofKind), asOf);
            if (active) {
                wanted.removeAll(having(kind, wanted, space));
            } else {
                drop(kind, wanted, space);
            }
            ofKind.stream().filter(v -> wanted.contains(v.ownerId())).forEach(kept::add);
        }
        if (!kept.isEmpty()) {
            long revision = active ? Revision.raise(session).revision() : now.revision();
            session.insertAll(kept.stream()
                    .map(vector -> EmbeddingRow.of(scope, vector, revision))
                    .toList());
        }
        return kept.size();
    }

    public int discard(EmbeddingSpace space, int limit) {
        Watermark now = Revision.lock(session);
        if (now.revision() == 0 || space.equals(now.activeSpace())) {
            return 0;
        }
        int left = limit;
        for (OwnerKind kind : OwnerKind.values()) {
            List<String> some = left == 0
                    ? List.of()
                    : session.select(
                                    "select e.key.ownerId from EmbeddingRow e where own(e) and e.key.ownerKind = :kind"
                                            + " and e.key.space = :space",
                                    String.class)
                            .set("kind", kind.key())
                            .set("space", space.key())
                            .limit(left)
                            .list();
            drop(kind, some, space);
            left -= some.size();
        }
        return limit - left;
    }

    /** Those of the owners that are as they were. */
    private Set<String> unchanged(OwnerKind kind, List<String> owners, Watermark asOf) {
        return new HashSet<>(Chunks.collect(owners, chunk -> session.select(
                        "select r.key.id from " + Owners.entity(kind)
                                + " r where own(r) and r.key.id in (:ids) and r.revision <= :revision",
                        String.class)
                .setAll("ids", chunk)
                .set("revision", asOf.revision())
                .list()));
    }

    private Set<String> having(OwnerKind kind, Set<String> owners, EmbeddingSpace space) {
        return new HashSet<>(Chunks.collect(owners, chunk -> session.select(
                        "select e.key.ownerId from EmbeddingRow e where own(e) and e.key.ownerKind = :kind"
                                + " and e.key.ownerId in (:ids) and e.key.space = :space",
                        String.class)
                .setAll("ids", chunk)
                .set("kind", kind.key())
                .set("space", space.key())
                .list()));
    }

    private void drop(OwnerKind kind, Iterable<String> owners, EmbeddingSpace space) {
        List<String> ids = new ArrayList<>();
        owners.forEach(ids::add);
        Chunks.of(ids, chunk -> session.change("delete from EmbeddingRow e where own(e) and e.key.ownerKind = :kind"
                        + " and e.key.ownerId in (:ids) and e.key.space = :space")
                .set("kind", kind.key())
                .set("space", space.key())
                .setAll("ids", chunk)
                .execute());
    }

    private static List<String> ids(List<Embedding> vectors) {
        return vectors.stream().map(Embedding::ownerId).toList();
    }
}
