package io.memu4j.store.jpa;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.Counts;
import io.memu4j.spi.store.PendingDeletion;
import io.memu4j.spi.store.ScopeSummary;
import io.memu4j.spi.store.Watermark;
import io.memu4j.store.jpa.entity.Micros;
import io.memu4j.store.jpa.entity.PendingDeletionRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries on a scope as a whole. */
final class ScopeReads {
    private static final String WATERMARK =
            "select s.incarnation, s.revision, s.lastDeleteRevision, s.activeSpace from ScopeRow s";

    private ScopeReads() {}

    static Watermark watermark(BoundSession session) {
        return session.select(WATERMARK, Object[].class)
                .first()
                .map(row -> watermark(row, 0))
                .orElse(Watermark.EMPTY);
    }

    static Counts counts(BoundSession session) {
        return new Counts(
                count(session, "ResourceRow"),
                count(session, "PassageRow"),
                count(session, "ItemRow"),
                count(session, "CategoryRow"),
                count(session, "LinkRow"),
                count(session, "CitationRow"),
                count(session, "EmbeddingRow"));
    }

    static List<PendingDeletion> pendingDeletions(BoundSession session, int limit) {
        return session
                .select("from PendingDeletionRow p order by p.createdAt, p.key.id", PendingDeletionRow.class)
                .limit(limit)
                .list()
                .stream()
                .map(PendingDeletionRow::toPendingDeletion)
                .toList();
    }

    /** What {@link ScopedSessions#scopes} selects of each scope. */
    static ScopeSummary summary(Object[] row) {
        MemoryScope scope = new MemoryScope((String) row[0], (String) row[1]);
        return new ScopeSummary(scope, watermark(row, 3), Micros.instant((Long) row[2]));
    }

    private static Watermark watermark(Object[] row, int from) {
        @Nullable String space = (String) row[from + 3];
        return new Watermark(
                (String) row[from],
                (Long) row[from + 1],
                (Long) row[from + 2],
                space == null ? null : EmbeddingSpace.of(space));
    }

    private static long count(BoundSession session, String entity) {
        return session.select("select count(*) from " + entity, Long.class)
                .first()
                .orElseThrow();
    }
}
