package io.memu4j.store.jpa.read;

import io.memu4j.model.Counts;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.PendingDeletion;
import io.memu4j.store.jpa.entity.EmbeddingRow;
import io.memu4j.store.jpa.entity.PendingDeletionRow;
import io.memu4j.store.jpa.session.BoundSession;
import io.memu4j.store.jpa.session.ScopeColumns;
import java.util.Collection;
import java.util.List;

/** Queries on a scope as a whole. */
public final class ScopeReads {
    private static final String WATERMARK =
            "select s.incarnation, s.revision, s.lastDeleteRevision, s.activeSpace from ScopeRow s where own(s)";

    private static final String VECTORS = "from EmbeddingRow e"
            + " where own(e) and e.key.ownerKind = :kind and e.key.space = :space and e.key.ownerId in (:ids)";

    private ScopeReads() {}

    public static Watermark watermark(BoundSession session) {
        return session.select(WATERMARK, Object[].class)
                .first()
                .map(row -> ScopeColumns.watermark(row, 0))
                .orElse(Watermark.EMPTY);
    }

    public static Counts counts(BoundSession session) {
        return Counts.builder()
                .resources(count(session, "ResourceRow"))
                .passages(count(session, "PassageRow"))
                .items(count(session, "ItemRow"))
                .categories(count(session, "CategoryRow"))
                .links(count(session, "LinkRow"))
                .citations(count(session, "CitationRow"))
                .embeddings(count(session, "EmbeddingRow"))
                .events(count(session, "ItemEventRow"))
                .build();
    }

    public static List<Embedding> embeddings(BoundSession session, OwnerKind kind, Collection<String> ownerIds) {
        EmbeddingSpace space = watermark(session).activeSpace();
        if (space == null) {
            return List.of();
        }
        return Chunks.collect(ownerIds, chunk -> session.select(VECTORS, EmbeddingRow.class)
                        .set("kind", kind.key())
                        .set("space", space.key())
                        .setAll("ids", chunk)
                        .list())
                .stream()
                .map(row -> row.toEmbedding(space))
                .toList();
    }

    public static List<PendingDeletion> pendingDeletions(BoundSession session, int limit) {
        return session
                .select(
                        "from PendingDeletionRow p where own(p) order by p.createdAt, p.key.id",
                        PendingDeletionRow.class)
                .limit(limit)
                .list()
                .stream()
                .map(PendingDeletionRow::toPendingDeletion)
                .toList();
    }

    private static long count(BoundSession session, String entity) {
        return session.select("select count(*) from " + entity + " r where own(r)", Long.class)
                .first()
                .orElseThrow();
    }
}
