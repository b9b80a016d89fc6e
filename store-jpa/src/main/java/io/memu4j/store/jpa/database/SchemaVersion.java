package io.memu4j.store.jpa.database;

import io.memu4j.error.SchemaOutOfDateException;
import io.memu4j.store.jpa.tx.StoreFailures;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * What the database says of its schema.
 *
 * @param version 0 where there is none
 * @param compatibleFrom the oldest version of code that may use it
 */
record SchemaVersion(int version, int compatibleFrom) {
    /** What the entities of this version expect. */
    static final int EXPECTED = 2;

    private static final SchemaVersion NONE = new SchemaVersion(0, 0);

    /** H2's two codes, PostgreSQL's. */
    private static final Set<String> NO_SUCH_TABLE = Set.of("42S02", "42S04", "42P01");

    static SchemaVersion read(Database database) {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select version, compatible_from from memu_schema where id = 1")) {
            return row.next() ? new SchemaVersion(row.getInt(1), row.getInt(2)) : NONE;
        } catch (SQLException e) {
            if (isNoSuchTable(e)) {
                return NONE;
            }
            throw StoreFailures.translated(database.label(), e);
        }
    }

    boolean fits() {
        return version == EXPECTED || (version > EXPECTED && compatibleFrom <= EXPECTED);
    }

    void require() {
        if (fits()) {
            return;
        }
        if (version > EXPECTED) {
            throw new SchemaOutOfDateException("The database has schema version " + version
                    + ", which needs code for version " + compatibleFrom + " or later; this is for version " + EXPECTED
                    + ". Upgrade the memu4j libraries of this application.");
        }
        String found = version == 0 ? "no memu4j schema" : "schema version " + version;
        throw new SchemaOutOfDateException("The database has " + found + ", expected is version " + EXPECTED
                + ". Run 'memu migrate', or MemoryMigrations.migrate of the artifact io.memu4j:memu4j-migrations.");
    }

    private static boolean isNoSuchTable(SQLException e) {
        String message = e.getMessage();
        return (e.getSQLState() != null && NO_SUCH_TABLE.contains(e.getSQLState()))
                || (message != null && message.contains("no such table"));
    }
}
