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
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Queries on a scope as a whole. */
final class ScopeReads {
    private static final String WATERMARK =
            "select s.incarnation, s.revision, s.lastDeleteRevision, s.activeSpace from ScopeRow s";
    private static final String SUMMARIES =
            "select s.key.userId, s.key.agentId, s.createdAt, s.incarnation, s.revision,"
                    + " s.lastDeleteRevision, s.activeSpace from ScopeRow s";

    private ScopeReads() {}

    static Watermark watermark(StatelessSession session) {
        Object[] row = session.createSelectionQuery(WATERMARK, Object[].class).getSingleResultOrNull();
        return row == null ? Watermark.EMPTY : watermark(row, 0);
    }

    static Counts counts(StatelessSession session) {
        return new Counts(
                count(session, "ResourceRow"),
                count(session, "PassageRow"),
                count(session, "ItemRow"),
                count(session, "CategoryRow"),
                count(session, "LinkRow"),
                count(session, "CitationRow"),
                count(session, "EmbeddingRow"));
    }

    static List<PendingDeletion> pendingDeletions(StatelessSession session, int limit) {
        return session
                .createSelectionQuery(
                        "from PendingDeletionRow p order by p.createdAt, p.key.id", PendingDeletionRow.class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(PendingDeletionRow::toPendingDeletion)
                .toList();
    }

    /** For a session that is bound to no scope. */
    static List<ScopeSummary> summaries(StatelessSession session, @Nullable MemoryScope after, int limit) {
        String where =
                after == null ? "" : " where s.key.userId > :user or (s.key.userId = :user and s.key.agentId > :agent)";
        var query = session.createSelectionQuery(
                SUMMARIES + where + " order by s.key.userId, s.key.agentId", Object[].class);
        if (after != null) {
            query.setParameter("user", after.userId()).setParameter("agent", after.agentId());
        }
        return query.setMaxResults(limit).getResultList().stream()
                .map(ScopeReads::summary)
                .toList();
    }

    private static ScopeSummary summary(Object[] row) {
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

    private static long count(StatelessSession session, String entity) {
        return session.createSelectionQuery("select count(*) from " + entity, Long.class)
                .getSingleResult();
    }
}
