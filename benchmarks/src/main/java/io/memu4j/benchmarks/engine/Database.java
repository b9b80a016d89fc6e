package io.memu4j.benchmarks.engine;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.benchmarks.corpus.PreparedQuestions;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.store.jpa.JpaMemoryStoreProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A SQLite database in a new temporary folder, which is left behind. */
final class Database {
    /** Whose memory is measured. */
    static final MemoryScope ANA = new MemoryScope("ana", "agent");

    private static final List<String> SCOPED_TABLES = List.of(
            "scopes", "resources", "passages", "items", "item_passages", "categories", "category_items", "embeddings");

    private final Path file;

    Database(Path file) {
        this.file = file;
    }

    static Database create(String name) throws IOException {
        return new Database(Files.createTempDirectory("memu4j-" + name).resolve("memu.db"));
    }

    Path file() {
        return file;
    }

    MemoryStore open() {
        return new JpaMemoryStoreProvider().open(DatabaseConfig.sqlite(file), Clock.systemUTC());
    }

    /** A factory on an open store, whose questions are embedded beforehand; closing it closes the store. */
    static MemoryServiceFactory factory(MemoryStore store, PreparedQuestions questions) {
        return MemoryServiceFactory.builder()
                .store(store)
                .blobs(BlobConfig.memory())
                .llm(Models.of(questions))
                .build();
    }

    /** Gives so many more users the same memory as that one, row by row. Only while the store is closed. */
    void copyUser(String user, int from, int to) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.setAutoCommit(false);
            for (String table : SCOPED_TABLES) {
                copy(connection, "memu_" + table, user, from, to);
            }
            connection.commit();
        }
    }

    private static void copy(Connection connection, String table, String user, int from, int to) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("pragma table_info(" + table + ")")) {
            while (rows.next()) {
                columns.add(rows.getString("name"));
            }
        }
        String all = String.join(", ", columns);
        columns.replaceAll(column -> column.equals("user_id") ? "?" : column);
        String copy = "insert into " + table + " (" + all + ") select " + String.join(", ", columns) + " from " + table
                + " where user_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(copy)) {
            for (int n = from; n < to; n++) {
                statement.setString(1, "other-" + n);
                statement.setString(2, user);
                statement.executeUpdate();
            }
        }
    }
}
