package io.memu4j.store.jpa.backup;

import io.memu4j.error.SchemaOutOfDateException;
import io.memu4j.error.StoreException;
import io.memu4j.spi.store.RowsFile;
import io.memu4j.store.jpa.backup.MemuTables.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Checks a database before its rows are copied, and counts rows. */
final class Proof {
    private Proof() {}

    /** Refuses a database with other tables than {@link MemuTables} describes: rows would be left out. */
    static void requireSchema(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet schema = statement.executeQuery(MemuTables.SCHEMA_VERSION)) {
            int found = schema.next() ? schema.getInt(1) : 0;
            if (found != MemuTables.SCHEMA) {
                throw new SchemaOutOfDateException("The database has schema version " + found
                        + ", and this version can copy rows of version " + MemuTables.SCHEMA
                        + ". Back up with the version of memu4j that migrated it.");
            }
        }
    }

    /** Refuses rows of another schema version than the one that {@link MemuTables} describes. */
    static void requireSchema(RowsFile described) {
        if (described.schemaVersion() > MemuTables.SCHEMA) {
            throw new SchemaOutOfDateException("The backup has schema version " + described.schemaVersion()
                    + ", and this version knows version " + MemuTables.SCHEMA
                    + ". Upgrade the memu4j libraries of this application.");
        }
        if (described.schemaVersion() < MemuTables.SCHEMA) {
            throw StoreException.permanent(
                    "The backup has schema version " + described.schemaVersion()
                            + ", which no release of memu4j had. Use another backup.",
                    null);
        }
    }

    static long count(Connection database, Table table) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet count = statement.executeQuery(MemuTables.count(table))) {
            count.next();
            return count.getLong(1);
        }
    }

    /** A backup of a damaged file could not be restored. */
    static void requireIntegrity(Connection sqlite) throws SQLException {
        try (Statement statement = sqlite.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA integrity_check(1)")) {
            answer.next();
            if (!"ok".equals(answer.getString(1))) {
                throw damaged("its pages or indexes contradict each other");
            }
        }
        for (Table table : MemuTables.CONTENTS) {
            try (Statement statement = sqlite.createStatement();
                    ResultSet violations = statement.executeQuery("PRAGMA foreign_key_check(" + table.name() + ")")) {
                if (violations.next()) {
                    throw damaged("rows of " + table.name() + " refer to rows that do not exist");
                }
            }
        }
    }

    private static StoreException damaged(String what) {
        return StoreException.permanent(
                "The database is damaged: " + what
                        + ". Run 'PRAGMA integrity_check' on it, and restore an earlier backup if it fails.",
                null);
    }
}
