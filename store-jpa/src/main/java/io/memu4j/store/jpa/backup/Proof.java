package io.memu4j.store.jpa.backup;

import io.memu4j.error.StoreException;
import io.memu4j.spi.store.RowsFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;

/** Proves that the database behind a connection is whole, and counts its rows. */
final class Proof {
    private Proof() {}

    /** What the file holds. */
    static RowsFile of(Connection file, SnapshotFile.Format format, String source) throws SQLException {
        if (format == SnapshotFile.Format.SQLITE) {
            requireIntegrity(file);
        }
        try (Statement statement = file.createStatement();
                ResultSet schema = statement.executeQuery(MemuTables.SCHEMA)) {
            if (!schema.next()) {
                throw StoreException.permanent("The snapshot has no schema version. Run 'memu migrate' first.", null);
            }
            return new RowsFile(format.fileName, format.key(), source, schema.getInt(1), schema.getInt(2), rows(file));
        }
    }

    static int schemaVersion(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet schema = statement.executeQuery(MemuTables.SCHEMA)) {
            return schema.next() ? schema.getInt(1) : 0;
        }
    }

    /** How many rows each table has, pending deletions aside, which are no memory. */
    static SortedMap<String, Long> rows(Connection database) throws SQLException {
        SortedMap<String, Long> rows = new TreeMap<>();
        rows.put(MemuTables.SCOPES, count(database, MemuTables.SCOPES));
        for (String table : MemuTables.CONTENTS) {
            rows.put(table, count(database, table));
        }
        return rows;
    }

    static long count(Connection database, String table) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet count = statement.executeQuery(MemuTables.count(table))) {
            count.next();
            return count.getLong(1);
        }
    }

    static void requireIntegrity(Connection sqlite) throws SQLException {
        try (Statement statement = sqlite.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA integrity_check(1)")) {
            answer.next();
            if (!"ok".equals(answer.getString(1))) {
                throw damaged("its pages or indexes contradict each other");
            }
        }
        for (String table : MemuTables.CONTENTS) {
            try (Statement statement = sqlite.createStatement();
                    ResultSet violations = statement.executeQuery("PRAGMA foreign_key_check(" + table + ")")) {
                if (violations.next()) {
                    throw damaged("rows of " + table + " refer to rows that do not exist");
                }
            }
        }
    }

    private static StoreException damaged(String what) {
        return StoreException.permanent(
                "The copy of the database is damaged: " + what
                        + ". Run 'PRAGMA integrity_check' on the database, and restore an earlier backup if it fails.",
                null);
    }
}
