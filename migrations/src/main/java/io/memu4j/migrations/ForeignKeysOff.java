package io.memu4j.migrations;

import io.memu4j.migrations.MigrationException.Reason;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * While a changelog runs on SQLite: its foreign keys are off, because rebuilding a table drops the old one, which would take the rows that
 * refer to it along. They cannot be switched within a transaction, so they are before the first and after the last one. Does nothing on
 * other databases.
 */
final class ForeignKeysOff implements AutoCloseable {
    private final Connection connection;
    private final boolean wereOn;
    private final boolean sqlite;

    private ForeignKeysOff(Connection connection, boolean sqlite, boolean wereOn) {
        this.connection = connection;
        this.sqlite = sqlite;
        this.wereOn = wereOn;
    }

    /** @param connection with auto-commit */
    static ForeignKeysOff on(Connection connection) throws SQLException {
        boolean sqlite = Product.of(connection) == Product.SQLITE;
        boolean wereOn = sqlite && isOn(connection);
        if (wereOn) {
            execute(connection, "PRAGMA foreign_keys = OFF");
        }
        return new ForeignKeysOff(connection, sqlite, wereOn);
    }

    /** @throws MigrationException when rows of ours refer to rows that are not there */
    void check() throws SQLException {
        if (!sqlite) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet violations = statement.executeQuery("PRAGMA foreign_key_check")) {
            while (violations.next()) {
                String table = violations.getString(1);
                if (table.startsWith("memu_")) {
                    throw new MigrationException(
                            Reason.FAILED,
                            "After the migration rows of " + table + " refer to rows of " + violations.getString(3)
                                    + " that do not exist. Restore the backup from before it, and report this.");
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        if (!wereOn) {
            return;
        }
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        execute(connection, "PRAGMA foreign_keys = ON");
    }

    private static boolean isOn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA foreign_keys")) {
            return answer.next() && answer.getInt(1) == 1;
        }
    }

    private static void execute(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(pragma);
        }
    }
}
