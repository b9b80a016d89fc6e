package io.memu4j.store.jpa.database;

import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** SQLite's own checks of its file, and the settings that keep it safe. */
final class SqliteIntegrity {
    private SqliteIntegrity() {}

    static void examine(String label, Statement statement, List<Finding> findings) throws SQLException {
        int faults = 0;
        try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
            while (rows.next()) {
                faults += "ok".equals(rows.getString(1)) ? 0 : 1;
            }
        }
        if (faults > 0) {
            findings.add(Finding.of(
                    Area.DATABASE,
                    "The " + label + " is damaged: SQLite's integrity check names " + faults + " faults.",
                    "Stop all writers, keep a copy of the files, and restore a backup ('memu restore')."));
        }
        Map<String, Integer> dangling = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery("PRAGMA foreign_key_check")) {
            while (rows.next()) {
                dangling.merge(String.valueOf(rows.getString("table")), 1, Integer::sum);
            }
        }
        dangling.forEach((table, count) -> findings.add(Finding.of(
                Area.DATABASE,
                "In the " + label + ", " + count + " rows of the table " + table + " refer to rows that do not exist.",
                "Something wrote to the file with foreign keys off. Restore a backup, or delete those rows with SQLite's own"
                        + " tools.")));
        try (ResultSet row = statement.executeQuery("PRAGMA journal_mode")) {
            if (row.next() && !"wal".equalsIgnoreCase(row.getString(1))) {
                findings.add(Finding.of(
                        Area.DATABASE,
                        "The " + label + " is not in WAL mode, so readers and writers keep each other waiting.",
                        "Run PRAGMA journal_mode = WAL on it once; it stays."));
            }
        }
    }
}
