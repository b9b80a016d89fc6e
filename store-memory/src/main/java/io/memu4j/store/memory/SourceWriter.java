package io.memu4j.store.memory;

import io.memu4j.model.Cursor;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.ApplyOutcome.Cause;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.Versioned;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes resources and passages of one change set. */
final class SourceWriter {
    private final Draft draft;
    private final ScopeTables tables;
    private final ItemWriter items;

    SourceWriter(Draft draft, ItemWriter items) {
        this.draft = draft;
        this.tables = draft.tables;
        this.items = items;
    }

    void deleteResource(Versioned named) {
        Resource before = resource(named.id());
        if (before == null || before.version() != named.version()) {
            draft.refuse(Cause.SOURCE);
            return;
        }
        List.copyOf(tables.passagesOf(before.id()).values()).forEach(this::deletePassage);
        draft.dropEmbedding(OwnerKind.RESOURCE, before.id());
        draft.journal.remove(tables.resources, before.id());
        unindex(before);
    }

    void deletePassage(String id) {
        Row<Passage> before = tables.passages.get(id);
        if (before == null) {
            return;
        }
        items.forgetCitationsOf(id);
        draft.dropEmbedding(OwnerKind.PASSAGE, id);
        draft.journal.remove(tables.passages, id);
        draft.journal.remove(tables.passageAt, Place.of(before.value()));
    }

    void put(Resource resource) {
        Resource before = resource(resource.id());
        long version = before == null ? 0 : before.version();
        String holder = tables.resourceByKey.getOrDefault(resource.sourceKey(), resource.id());
        if (version != resource.version() || !Objects.equals(holder, resource.id())) {
            draft.refuse(Cause.SOURCE);
            return;
        }
        if (before != null) {
            unindex(before);
        }
        Resource stored = Micros.stored(resource, version + 1);
        draft.journal.put(tables.resources, stored.id(), new Row<>(stored, draft.revision));
        draft.journal.put(tables.resourceByKey, stored.sourceKey(), stored.id());
        draft.journal.put(tables.resourceOrder, Cursor.at(stored.createdAt(), stored.id()), stored.id());
    }

    void put(Passage passage) {
        if (tables.passages.containsKey(passage.id())
                || tables.passageAt.containsKey(Place.of(passage))
                || !tables.resources.containsKey(passage.resourceId())) {
            draft.refuse(Cause.SOURCE);
            return;
        }
        Passage stored = Micros.stored(passage);
        draft.journal.put(tables.passages, stored.id(), new Row<>(stored, draft.revision));
        draft.journal.put(tables.passageAt, Place.of(stored), stored.id());
    }

    private @Nullable Resource resource(String id) {
        Row<Resource> row = tables.resources.get(id);
        return row == null ? null : row.value();
    }

    private void unindex(Resource resource) {
        draft.journal.remove(tables.resourceByKey, resource.sourceKey());
        draft.journal.remove(tables.resourceOrder, Cursor.at(resource.createdAt(), resource.id()));
    }
}
