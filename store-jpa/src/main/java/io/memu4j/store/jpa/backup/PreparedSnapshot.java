package io.memu4j.store.jpa.backup;

import io.memu4j.error.StoreException;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.RowsFile;
import io.memu4j.spi.store.SnapshotContents;
import io.memu4j.store.jpa.database.Database;
import io.memu4j.store.jpa.tx.StoreFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.SortedMap;
import java.util.function.BiConsumer;

/** A snapshot as a database beside the one that takes its rows. */
final class PreparedSnapshot implements SnapshotContents {
    private final Database target;
    private final Database copy;
    private final Clock clock;

    private PreparedSnapshot(Database target, Database copy, Clock clock) {
        this.target = target;
        this.copy = copy;
        this.clock = clock;
    }

    /** Opens the copy, and compares its rows with what was counted when the snapshot was made. */
    static PreparedSnapshot open(Database target, SnapshotFile file, RowsFile described, Clock clock) {
        requireSchema(file, described);
        Database copy = file.open();
        boolean open = false;
        try {
            SortedMap<String, Long> rows = copy.transactions().snapshot(connection -> {
                if (file.format() == SnapshotFile.Format.SQLITE) {
                    Proof.requireIntegrity(connection);
                }
                return Proof.rows(connection);
            });
            if (!described.agreesWith(rows)) {
                throw StoreException.permanent(
                        "The backup's database holds other numbers of rows (" + rows + ") than its manifest says ("
                                + described.rows() + "). Use another backup.",
                        null);
            }
            open = true;
            return new PreparedSnapshot(target, copy, clock);
        } finally {
            if (!open) {
                copy.close();
            }
        }
    }

    /** Before opening the file migrates it. */
    private static void requireSchema(SnapshotFile file, RowsFile described) {
        try (Connection reading = file.reading()) {
            int found = Proof.schemaVersion(reading);
            if (found != described.schemaVersion()) {
                throw StoreException.permanent(
                        "The backup's database has schema version " + found + ", and its manifest says "
                                + described.schemaVersion() + ". Use another backup.",
                        null);
            }
        } catch (SQLException e) {
            throw StoreFailures.translated("backup's database", e);
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
        copy.transactions().snapshot(connection -> Snapshots.names(connection, each));
    }

    @Override
    public long replaceAll(boolean replace) {
        return copy.transactions().snapshot(from -> target.transactions().write(to -> replace(from, to, replace)));
    }

    private long replace(Connection from, Connection to, boolean replace) throws SQLException {
        return new Replacement(from, to, target.kind() == Database.Kind.POSTGRESQL, clock).run(replace);
    }

    @Override
    public void close() {
        copy.close();
    }
}
