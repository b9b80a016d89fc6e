package io.memu4j.store.jpa.write;

import io.memu4j.error.EmbeddingSpaceMismatchException;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.ApplyOutcome;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.store.jpa.entity.CategoryRow;
import io.memu4j.store.jpa.entity.EmbeddingRow;
import io.memu4j.store.jpa.entity.ItemEventRow;
import io.memu4j.store.jpa.entity.Micros;
import io.memu4j.store.jpa.entity.PassageRow;
import io.memu4j.store.jpa.entity.PendingDeletionRow;
import io.memu4j.store.jpa.entity.ResourceRow;
import io.memu4j.store.jpa.session.BoundSession;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Applies one change set within a transaction: lock, check, delete, write. One use. */
public final class ChangeSetWriter {
    private static final int BATCH = 500;

    private final BoundSession session;
    private final MemoryScope scope;
    private final Stamps stamps;

    public ChangeSetWriter(BoundSession session, MemoryScope scope, Stamps stamps) {
        this.session = session;
        this.scope = scope;
        this.stamps = stamps;
    }

    /**
     * Applies the change set within the transaction of its session.
     *
     * @throws StaleChangeSetException when the change set is stale
     */
    public ApplyOutcome apply(ChangeSet changes) {
        Watermark now = Revision.raise(session, scope, changes.deletes(), stamps);
        requireOneSpace(now.activeSpace(), changes.embeddings());
        StaleChangeSetException.Causes causes = new StaleChangeSetException.Causes();
        ItemPlan plan = new ItemPlan(session, causes);
        new SourceCheck(session, changes, causes).run();
        CategoryCheck.run(session, changes, causes);
        plan.make(changes);
        causes.refuse();

        Deletions deletions = new Deletions(session, now.revision());
        deletions.carryOut(changes);
        put(changes.resources(), r -> r.version() == 0, r -> ResourceRow.of(scope, r, now.revision()));
        insert(changes.passages(), passage -> PassageRow.of(scope, passage, now.revision()));
        put(changes.categories(), c -> c.version() == 0, c -> CategoryRow.of(scope, c, now.revision()));
        new ItemWriter(session, scope, now.revision()).write(plan, deletions);
        putEmbeddings(changes, plan, now.revision());
        queueDeletions(changes.obsoleteBlobs());
        record(changes, plan, now.revision());
        return new ApplyOutcome.Applied(activated(now, changes), plan.reinforced);
    }

    private void record(ChangeSet changes, ItemPlan plan, long revision) {
        if (changes.historyStart() != null) {
            session.change("delete from ItemEventRow e where own(e) and e.recordedAt < :start")
                    .set("start", Micros.of(changes.historyStart()))
                    .execute();
        }
        insert(changes.events(), event -> {
            String stored = plan.reinforced.get(event.itemId());
            return ItemEventRow.of(scope, stored == null ? event : event.repeating(stored), revision);
        });
    }

    void queueDeletions(List<String> blobKeys) {
        Instant time = stamps.now();
        insert(blobKeys, key -> PendingDeletionRow.of(scope, stamps.nextId(), key, time));
    }

    private Watermark activated(Watermark now, ChangeSet changes) {
        return now.activeSpace() != null || changes.embeddings().isEmpty()
                ? now
                : Revision.activate(session, now, changes.embeddings().get(0).space());
    }

    private void putEmbeddings(ChangeSet changes, ItemPlan plan, long revision) {
        Set<String> created = new HashSet<>();
        changes.resources().stream().filter(r -> r.version() == 0).forEach(r -> created.add(r.id()));
        changes.passages().forEach(p -> created.add(p.id()));
        changes.categories().stream().filter(c -> c.version() == 0).forEach(c -> created.add(c.id()));
        plan.written.values().stream().filter(i -> i.version() == 0).forEach(i -> created.add(i.id()));
        List<Embedding> kept = changes.embeddings().stream()
                .filter(e -> e.ownerKind() != OwnerKind.ITEM || !plan.reinforced.containsKey(e.ownerId()))
                .toList();
        for (OwnerKind kind : OwnerKind.values()) {
            List<String> replaced = kept.stream()
                    .filter(e -> e.ownerKind() == kind && !created.contains(e.ownerId()))
                    .map(Embedding::ownerId)
                    .toList();
            new Deletions(session, revision).embeddings(kind, replaced);
        }
        insert(kept, embedding -> EmbeddingRow.of(scope, embedding, revision));
    }

    private <T> void put(List<T> values, Function<T, Boolean> isNew, Function<T, Object> row) {
        List<T> changed = values.stream().filter(value -> !isNew.apply(value)).toList();
        if (!changed.isEmpty()) {
            session.updateAll(changed.stream().map(row).toList());
        }
        insert(values.stream().filter(isNew::apply).toList(), row);
    }

    private <T> void insert(List<T> values, Function<T, Object> row) {
        for (int from = 0; from < values.size(); from += BATCH) {
            session.insertAll(values.subList(from, Math.min(values.size(), from + BATCH)).stream()
                    .map(row)
                    .toList());
        }
    }

    private static void requireOneSpace(@Nullable EmbeddingSpace active, List<Embedding> added) {
        EmbeddingSpace expected = active;
        for (Embedding embedding : added) {
            if (expected != null && !expected.equals(embedding.space())) {
                throw new EmbeddingSpaceMismatchException(
                        expected.key(), embedding.space().key());
            }
            expected = embedding.space();
        }
    }
}
