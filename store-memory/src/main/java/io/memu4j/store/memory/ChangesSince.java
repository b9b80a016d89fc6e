package io.memu4j.store.memory;

import io.memu4j.model.Watermark;
import io.memu4j.spi.store.ChangeReader;
import io.memu4j.spi.store.OwnerKind;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Consumer;

/** Shows a reader what was written after a watermark. Under the scope's read lock. */
final class ChangesSince {
    private final ScopeTables tables;

    ChangesSince(ScopeTables tables) {
        this.tables = tables;
    }

    Watermark show(Watermark since, ChangeReader reader) {
        Watermark now = tables.watermark;
        long from = since.revision();
        if (!now.incarnation().equals(since.incarnation())) {
            reader.startAnew();
            from = 0;
        } else if (now.lastDeleteRevision() > from) {
            for (OwnerKind kind : OwnerKind.values()) {
                reader.remaining(kind, new HashSet<>(tables.rowsOf(kind).keySet()));
            }
        }
        showRows(tables.resources, from, reader::resource);
        showRows(tables.passages, from, reader::passage);
        showRows(tables.categories, from, reader::category);
        showRows(tables.items, from, reader::item);
        // The vectors of a space that was not active then may be older: they were not shown.
        showRows(tables.embeddings, since.activeSpace() == null ? 0 : from, reader::embedding);
        return now;
    }

    private static <T> void showRows(Map<?, Row<T>> rows, long from, Consumer<T> to) {
        for (Row<T> row : rows.values()) {
            if (row.revision() > from) {
                to.accept(row.value());
            }
        }
    }
}
