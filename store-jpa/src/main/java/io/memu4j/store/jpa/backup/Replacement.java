package io.memu4j.store.jpa.backup;

import io.memu4j.error.InvalidInputException;
import io.memu4j.error.StoreException;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Replaces all rows of a database by those of another within one transaction, which the caller commits or rolls back. */
final class Replacement {
    private final Connection from;
    private final Connection to;
    private final boolean lockTables;
    private final Clock clock;

    Replacement(Connection from, Connection to, boolean lockTables, Clock clock) {
        this.from = from;
        this.to = to;
        this.lockTables = lockTables;
        this.clock = clock;
    }

    private record Scope(
            String user, String agent, long revision, long lastDelete, @Nullable String space, long createdAt) {}

    private record Blob(String user, String agent, String key) {}

    /** Returns the number of scopes brought back. */
    long run(boolean replace) throws SQLException {
        if (lockTables) {
            execute(MemuTables.LOCK_ALL);
        }
        List<Scope> before = scopes(to);
        markEmpty(before);
        requireRoom(to, replace);
        Set<Blob> toDelete = new HashSet<>(blobs(to, MemuTables.NAMED_BLOBS));
        removeContents();
        List<Scope> restored = scopes(from);
        bringBackScopes(restored);
        for (String table : MemuTables.CONTENTS) {
            RowCopy.copy(from, to, table);
        }
        toDelete.addAll(blobs(from, MemuTables.PENDING_BLOBS));
        toDelete.removeAll(new HashSet<>(blobs(to, MemuTables.PENDING_BLOBS)));
        queue(toDelete);
        execute(MemuTables.FORGET_PENDING_THAT_ARE_NAMED);
        prove();
        return restored.size();
    }

    static void requireRoom(Connection to, boolean replace) throws SQLException {
        if (replace) {
            return;
        }
        for (String table : MemuTables.CONTENTS) {
            long rows = Proof.count(to, table);
            if (rows > 0) {
                throw new InvalidInputException("The database to restore into is not empty: " + table + " has " + rows
                        + " rows. Restore into an empty one, or say that what is there may be replaced.");
            }
        }
    }

    /** First of all, because a writer's first statement is the same: it has committed, or it waits. */
    private void markEmpty(List<Scope> scopes) throws SQLException {
        try (PreparedStatement update = to.prepareStatement(MemuTables.EMPTY_SCOPE)) {
            for (Scope scope : scopes) {
                update.setString(1, UUID.randomUUID().toString());
                update.setString(2, scope.user);
                update.setString(3, scope.agent);
                update.executeUpdate();
            }
        }
    }

    private void removeContents() throws SQLException {
        List<String> childrenFirst = new ArrayList<>(MemuTables.CONTENTS);
        Collections.reverse(childrenFirst);
        for (String table : childrenFirst) {
            execute(MemuTables.deleteAll(table));
        }
    }

    private void bringBackScopes(List<Scope> scopes) throws SQLException {
        try (PreparedStatement update = to.prepareStatement(MemuTables.UPDATE_SCOPE);
                PreparedStatement insert = to.prepareStatement(MemuTables.INSERT_SCOPE)) {
            for (Scope scope : scopes) {
                if (run(update, scope) == 0) {
                    run(insert, scope);
                }
            }
        }
    }

    private static int run(PreparedStatement statement, Scope scope) throws SQLException {
        statement.setString(1, UUID.randomUUID().toString());
        statement.setLong(2, scope.revision);
        statement.setLong(3, scope.lastDelete);
        statement.setString(4, scope.space);
        statement.setLong(5, scope.createdAt);
        statement.setString(6, scope.user);
        statement.setString(7, scope.agent);
        return statement.executeUpdate();
    }

    private void queue(Set<Blob> blobs) throws SQLException {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        try (PreparedStatement insert = to.prepareStatement(MemuTables.INSERT_PENDING)) {
            for (Blob blob : blobs) {
                insert.setString(1, blob.user);
                insert.setString(2, blob.agent);
                insert.setString(3, UUID.randomUUID().toString());
                insert.setString(4, blob.key);
                insert.setLong(5, now);
                insert.executeUpdate();
            }
        }
    }

    private void prove() throws SQLException {
        for (String table : MemuTables.CONTENTS) {
            long expected = Proof.count(from, table);
            long found = Proof.count(to, table);
            if (expected != found) {
                throw StoreException.retriable(
                        "After the restore " + table + " had " + found + " rows instead of " + expected
                                + ": somebody wrote at the same time. Nothing was changed; end the writers and try again.",
                        null);
            }
        }
    }

    private static List<Scope> scopes(Connection database) throws SQLException {
        List<Scope> scopes = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(MemuTables.ALL_SCOPES)) {
            while (row.next()) {
                scopes.add(new Scope(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getLong(6)));
            }
        }
        return scopes;
    }

    private static List<Blob> blobs(Connection database, String query) throws SQLException {
        List<Blob> blobs = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                blobs.add(new Blob(row.getString(1), row.getString(2), row.getString(3)));
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
