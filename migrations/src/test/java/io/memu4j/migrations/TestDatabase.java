package io.memu4j.migrations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A database to test on: its URL for the code under test and plain SQL beside it. */
record TestDatabase(String url, String user, String password) {
    /** A file that does not exist yet, in a folder that does not exist yet. */
    static TestDatabase sqlite(Path folder) {
        return new TestDatabase("jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + "/memu.db"), null, null);
    }

    /** A file that does not exist yet, in a folder that does not exist yet. */
    static TestDatabase h2File(Path folder) {
        return new TestDatabase("jdbc:h2:" + folder.resolve(UUID.randomUUID() + "/memu"), "sa", "");
    }

    static TestDatabase h2Memory() {
        return new TestDatabase("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    /** A fresh, empty database of the embedded server. */
    static TestDatabase postgresql() {
        return new TestDatabase(EmbeddedServer.freshDatabase(), "postgres", "postgres");
    }

    MigrationReport migrate() {
        return MemoryMigrations.migrate(url, user, password);
    }

    MigrationStatus status() {
        return MemoryMigrations.status(url, user, password);
    }

    void validate() {
        MemoryMigrations.validate(url, user, password);
    }

    /** With foreign keys on, also on SQLite. */
    Connection connect() throws SQLException {
        Path file = DatabaseFiles.of(url);
        if (file != null && !file.getParent().toFile().isDirectory()) {
            file.getParent().toFile().mkdirs();
        }
        Connection connection = DriverManager.getConnection(url, user, password);
        if (url.startsWith("jdbc:sqlite:")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma foreign_keys = on");
            }
        }
        return connection;
    }

    void execute(String... sqls) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : sqls) {
                statement.execute(sql);
            }
        }
    }

    /** The first column. */
    List<String> query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
