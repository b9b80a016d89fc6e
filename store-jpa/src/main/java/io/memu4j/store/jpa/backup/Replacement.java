package io.memu4j.store.jpa.backup;

import io.memu4j.error.InvalidInputException;
import io.memu4j.error.StoreException;
import io.memu4j.store.jpa.backup.MemuTables.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Replaces all rows of a database by those of a file within one transaction, which the caller commits or rolls back. */
final class Replacement {
    private final RowsReader from;
    private final Map<String, Long> expected;
    private final Connection to;
    private final boolean lockTables;
    private final Clock clock;

    /** @param expected the number of rows of the file, by table */
    Replacement(RowsReader from, Map<String, Long> expected, Connection to, boolean lockTables, Clock clock) {
        this.from = from;
        this.expected = expected;
        this.to = to;
        this.lockTables = lockTables;
        this.clock = clock;
    }

    /** Returns the number of scopes brought back. */
    long run(boolean replace) throws SQLException {
        if (lockTables) {
            execute(MemuTables.LOCK_ALL);
        }
        markEmpty();
        requireRoom(to, replace);
        Set<NamedBlob> toDelete = new HashSet<>(blobs(MemuTables.NAMED_BLOBS));
        removeContents();
        try (RowsInsert inserts = new RowsInsert(to)) {
            from.read(inserts);
            toDelete.addAll(inserts.pending());
        }
        toDelete.removeAll(blobs(MemuTables.PENDING_BLOBS));
        queue(toDelete);
        execute(MemuTables.FORGET_PENDING_THAT_ARE_NAMED);
        prove();
        return expected.getOrDefault(MemuTables.SCOPES.name(), 0L);
    }

    static void requireRoom(Connection to, boolean replace) throws SQLException {
        if (replace) {
            return;
        }
        for (Table table : MemuTables.CONTENTS) {
            long rows = Proof.count(to, table);
            if (rows > 0) {
                throw new InvalidInputException("The database to restore into is not empty: " + table.name() + " has "
                        + rows
                        + " rows. Restore into an empty one, or say that what is there may be replaced.");
            }
        }
    }

    /** First of all, because a writer's first statement is the same: it has committed, or it waits. */
    private void markEmpty() throws SQLException {
        List<String[]> scopes = new ArrayList<>();
        try (Statement statement = to.createStatement();
                ResultSet row = statement.executeQuery(MemuTables.SCOPE_KEYS)) {
            while (row.next()) {
                scopes.add(new String[] {row.getString(1), row.getString(2)});
            }
        }
        try (PreparedStatement update = to.prepareStatement(MemuTables.EMPTY_SCOPE)) {
            for (String[] scope : scopes) {
                update.setString(1, UUID.randomUUID().toString());
                update.setString(2, scope[0]);
                update.setString(3, scope[1]);
                update.executeUpdate();
            }
        }
    }

    private void removeContents() throws SQLException {
        List<Table> childrenFirst = new ArrayList<>(MemuTables.CONTENTS);
        Collections.reverse(childrenFirst);
        for (Table table : childrenFirst) {
            execute(MemuTables.deleteAll(table));
        }
    }

    private void queue(Set<NamedBlob> blobs) throws SQLException {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        try (PreparedStatement insert = to.prepareStatement(MemuTables.PENDING.insert())) {
            for (NamedBlob blob : blobs) {
                insert.setString(1, blob.user());
                insert.setString(2, blob.agent());
                insert.setString(3, UUID.randomUUID().toString());
                insert.setString(4, blob.key());
                insert.setLong(5, now);
                insert.executeUpdate();
            }
        }
    }

    private void prove() throws SQLException {
        for (Table table : MemuTables.CONTENTS) {
            long rows = expected.getOrDefault(table.name(), 0L);
            long found = Proof.count(to, table);
            if (rows != found) {
                throw StoreException.retriable(
                        "After the restore " + table.name() + " had " + found + " rows instead of " + rows
                                + ": somebody wrote at the same time. Nothing was changed; end the writers and try again.",
                        null);
            }
        }
    }

    private Set<NamedBlob> blobs(String query) throws SQLException {
        Set<NamedBlob> blobs = new HashSet<>();
        try (Statement statement = to.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                blobs.add(new NamedBlob(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return blobs;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = to.createStatement()) {
            statement.execute(sql);
        }
    }
}
