package io.memu4j.store.jpa.backup;

import io.memu4j.error.InvalidInputException;
import io.memu4j.error.StoreException;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.RowsFile;
import io.memu4j.spi.store.SnapshotContents;
import io.memu4j.store.jpa.backup.MemuTables.Table;
import io.memu4j.store.jpa.database.Database;
import java.sql.SQLException;
import java.time.Clock;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A rows file that was read once to its end and holds what its manifest says. */
final class RestorableRows implements SnapshotContents {
    private final Database target;
    private final RowsReader reader;
    private final SortedMap<String, Long> counts;
    private final Clock clock;

    private RestorableRows(Database target, RowsReader reader, SortedMap<String, Long> counts, Clock clock) {
        this.target = target;
        this.reader = reader;
        this.counts = counts;
        this.clock = clock;
    }

    /** Reads every row, and compares their number with what was counted when the file was written. */
    static RestorableRows open(Database target, RowsReader reader, RowsFile described, Clock clock) {
        SortedMap<String, Long> counts = checked(reader, (scope, key) -> {});
        if (!counts.equals(described.rows())) {
            throw StoreException.permanent(
                    "The backup holds other numbers of rows (" + counts + ") than its manifest says ("
                            + described.rows() + "). Use another backup.",
                    null);
        }
        return new RestorableRows(target, reader, counts, clock);
    }

    /** Reads the file to its end, and names the copies of sources in it. Returns the number of rows by table. */
    static SortedMap<String, Long> checked(RowsReader reader, BiConsumer<MemoryScope, String> blobs) {
        int key = MemuTables.RESOURCES.position("blob_key");
        try {
            return reader.read((table, values) -> {
                if (table.equals(MemuTables.SCOPES)) {
                    scope(table, values);
                } else if (table.equals(MemuTables.RESOURCES) && values[key] instanceof String blob) {
                    blobs.accept(scope(table, values), blob);
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException("No database is asked here.", e);
        }
    }

    private static MemoryScope scope(Table table, @Nullable Object[] values) {
        try {
            return new MemoryScope(String.valueOf(values[0]), String.valueOf(values[1]));
        } catch (InvalidInputException e) {
            throw StoreException.permanent(
                    "The rows of the backup cannot be taken: a row of " + table.name()
                            + " has a user or an agent that cannot be one. Use another backup.",
                    e);
        }
    }

    @Override
    public void requireRoom(boolean replace) {
        target.transactions().snapshot(connection -> {
            Replacement.requireRoom(connection, replace);
            return replace;
        });
    }

    @Override
    public void blobs(BiConsumer<MemoryScope, String> each) {
        checked(reader, each);
    }

    @Override
    public long replaceAll(boolean replace) {
        boolean lockTables = target.kind() == Database.Kind.POSTGRESQL;
        return target.transactions().write(to -> new Replacement(reader, counts, to, lockTables, clock).run(replace));
    }

    @Override
    public void close() {
        // The file is the caller's.
    }
}
