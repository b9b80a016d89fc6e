package io.memu4j.store.jpa.read;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.ChangeReader;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.store.jpa.entity.CategoryRow;
import io.memu4j.store.jpa.entity.ItemRow;
import io.memu4j.store.jpa.entity.PassageRow;
import io.memu4j.store.jpa.entity.ResourceRow;
import io.memu4j.store.jpa.entity.VectorColumns;
import io.memu4j.store.jpa.session.BoundSession;
import io.memu4j.store.jpa.session.Selection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Shows a reader what was written after a watermark, row by row as the database gives it. One use, within one snapshot. */
public final class ChangesSince {
    private static final int FETCH_SIZE = 500;

    private final BoundSession session;
    private final ChangeReader reader;

    public ChangesSince(BoundSession session, ChangeReader reader) {
        this.session = session;
        this.reader = reader;
    }

    public Watermark show(Watermark since) {
        Watermark now = ScopeReads.watermark(session);
        if (!now.incarnation().equals(since.incarnation())) {
            reader.startAnew();
            showRows(0, 0, now);
        } else if (now.revision() > since.revision()) {
            if (now.lastDeleteRevision() > since.revision()) {
                showRemaining();
            }
            // The vectors of a space that was not active then may be older: they were not shown.
            showRows(since.revision(), since.activeSpace() == null ? 0 : since.revision(), now);
        }
        return now;
    }

    private void showRemaining() {
        reader.remaining(OwnerKind.PASSAGE, ids("PassageRow"));
        reader.remaining(OwnerKind.ITEM, ids("ItemRow"));
        reader.remaining(OwnerKind.CATEGORY, ids("CategoryRow"));
        reader.remaining(OwnerKind.RESOURCE, ids("ResourceRow"));
    }

    private void showRows(long revision, long vectorRevision, Watermark now) {
        stream(changed(ResourceRow.class, revision), row -> reader.resource(row.toResource()));
        stream(changed(PassageRow.class, revision), row -> reader.passage(row.toPassage()));
        stream(changed(CategoryRow.class, revision), row -> reader.category(row.toCategory()));
        Relations relations = Relations.since(session, revision);
        stream(changed(ItemRow.class, revision), row -> reader.item(relations.complete(row)));
        EmbeddingSpace space = now.activeSpace();
        if (space != null) {
            // Columns, not entities: there are as many vectors as of all else together, and half of a row is its key.
            stream(
                    session.select(
                                    VectorColumns.SELECT + " and r.revision > :revision and r.key.space = :space",
                                    VectorColumns.class)
                            .set("revision", vectorRevision)
                            .set("space", space.key()),
                    row -> reader.embedding(row.toEmbedding(space)));
        }
    }

    private <R> Selection<R> changed(Class<R> entity, long revision) {
        return session.select("from " + entity.getSimpleName() + " r where own(r) and r.revision > :revision", entity)
                .set("revision", revision);
    }

    private static <R> void stream(Selection<R> query, Consumer<R> each) {
        try (Stream<R> rows = query.stream(FETCH_SIZE)) {
            rows.forEach(each);
        }
    }

    private Set<String> ids(String entity) {
        return new HashSet<>(session.select("select r.key.id from " + entity + " r where own(r)", String.class)
                .list());
    }
}
