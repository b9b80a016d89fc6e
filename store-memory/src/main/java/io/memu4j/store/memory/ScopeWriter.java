package io.memu4j.store.memory;

import io.memu4j.error.EmbeddingSpaceMismatchException;
import io.memu4j.model.Category;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.ItemEvent;
import io.memu4j.model.Resource;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.ApplyOutcome;
import io.memu4j.spi.store.ApplyOutcome.Cause;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.PendingDeletion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applies one change set to a scope, under its write lock: in order, and all taken back when any of it is refused. */
final class ScopeWriter {
    private final ScopeTables tables;
    private final Draft draft;
    private final ItemWriter items;
    private final SourceWriter sources;

    ScopeWriter(ScopeTables tables) {
        this.tables = tables;
        this.draft = new Draft(tables);
        this.items = new ItemWriter(draft);
        this.sources = new SourceWriter(draft, items);
    }

    ApplyOutcome apply(ChangeSet changes) {
        EmbeddingSpace space = requireOneSpace(changes);
        boolean stays = false;
        try {
            write(changes);
            var refusal = draft.refusal();
            if (refusal.isPresent()) {
                return new ApplyOutcome.Stale(refusal.get());
            }
            advance(changes.deletes(), space);
            showPrepared(space);
            stays = true;
            return new ApplyOutcome.Applied(tables.watermark, items.reinforced);
        } finally {
            if (!stays) {
                draft.journal.takeBack();
            }
        }
    }

    Watermark clear() {
        if (tables.counts().isEmpty()) {
            return tables.watermark;
        }
        for (Row<Resource> row : tables.resources.values()) {
            String blobKey = row.value().blobKey();
            if (blobKey != null) {
                queueDeletion(blobKey);
            }
        }
        for (Map<?, ?> rows : tables.contents()) {
            rows.clear();
        }
        advance(true, null);
        return tables.watermark;
    }

    private void write(ChangeSet changes) {
        changes.deletedResources().forEach(sources::deleteResource);
        changes.deletedPassages().forEach(sources::deletePassage);
        changes.deletedItems().forEach(items::delete);
        changes.resources().forEach(sources::put);
        changes.passages().forEach(sources::put);
        changes.categories().forEach(this::put);
        changes.items().forEach(items::put);
        changes.embeddings().forEach(this::put);
        changes.obsoleteBlobs().forEach(this::queueDeletion);
        record(changes);
    }

    private void record(ChangeSet changes) {
        Instant start = changes.historyStart();
        if (start != null) {
            List.copyOf(tables.events.values()).stream()
                    .filter(event -> event.at().isBefore(start))
                    .forEach(event -> draft.journal.remove(tables.events, event.id()));
        }
        for (ItemEvent event : changes.events()) {
            String stored = items.reinforced.get(event.itemId());
            ItemEvent recorded = Micros.stored(stored == null ? event : event.repeating(stored));
            draft.journal.put(tables.events, recorded.id(), recorded);
        }
    }

    private void put(Category category) {
        Row<Category> before = tables.categories.get(category.id());
        long version = before == null ? 0 : before.value().version();
        String holder = tables.categoryByName.getOrDefault(category.nameKey(), category.id());
        if (version != category.version() || !holder.equals(category.id())) {
            draft.refuse(Cause.CATEGORY);
            return;
        }
        if (before != null) {
            draft.journal.remove(tables.categoryByName, before.value().nameKey());
        }
        Category stored = Micros.stored(category, version + 1);
        draft.journal.put(tables.categories, stored.id(), new Row<>(stored, draft.revision));
        draft.journal.put(tables.categoryByName, stored.nameKey(), stored.id());
    }

    private void put(Embedding embedding) {
        if (embedding.ownerKind() == OwnerKind.ITEM && items.reinforced.containsKey(embedding.ownerId())) {
            return;
        }
        var owners = tables.rowsOf(embedding.ownerKind());
        if (owners.containsKey(embedding.ownerId())) {
            draft.dropEmbedding(embedding.ownerKind(), embedding.ownerId());
            draft.journal.put(tables.embeddings, Owner.of(embedding), new Row<>(embedding, draft.revision));
        } else {
            draft.refuse(causeFor(embedding.ownerKind()));
        }
    }

    private void queueDeletion(String blobKey) {
        String id = UUID.randomUUID().toString();
        draft.journal.put(tables.pending, id, new PendingDeletion(id, blobKey));
    }

    private void advance(boolean deleted, @Nullable EmbeddingSpace space) {
        Watermark before = tables.watermark;
        if (before.revision() == 0) {
            tables.createdAt = tables.clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
        tables.watermark = new Watermark(
                before.revision() == 0 ? UUID.randomUUID().toString() : before.incarnation(),
                draft.revision,
                deleted ? draft.revision : before.lastDeleteRevision(),
                space);
    }

    /** Vectors that were prepared in the space that has just become the active one join those written. */
    private void showPrepared(@Nullable EmbeddingSpace active) {
        Map<Owner, Row<Embedding>> rows = active == null ? null : tables.prepared.remove(active);
        if (rows != null) {
            rows.forEach(tables.embeddings::putIfAbsent);
        }
    }

    /** The scope's active space after the write. */
    private @Nullable EmbeddingSpace requireOneSpace(ChangeSet changes) {
        EmbeddingSpace active = tables.watermark.activeSpace();
        for (Embedding embedding : changes.embeddings()) {
            if (active != null && !active.equals(embedding.space())) {
                throw new EmbeddingSpaceMismatchException(
                        active.key(), embedding.space().key());
            }
            active = embedding.space();
        }
        return active;
    }

    private static Cause causeFor(OwnerKind kind) {
        return switch (kind) {
            case RESOURCE, PASSAGE -> Cause.SOURCE;
            case ITEM -> Cause.ITEM;
            case CATEGORY -> Cause.CATEGORY;
        };
    }
}
