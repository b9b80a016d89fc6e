package io.memu4j.benchmarks.apply;

import io.memu4j.benchmarks.Cpu;
import io.memu4j.benchmarks.corpus.Corpus;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.model.MemoryScope;
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
import java.util.Locale;

/**
 * The CPU time of storing 5,000 items with their passages and vectors on SQLite in change sets of 1,000, beside a program that puts the
 * same rows into the same tables with plain JDBC batches in one transaction, looking nothing up first. {@code --quick} takes 500 in
 * few rounds.
 */
public final class StoringBenchmark {
    private static final List<String> TABLES = List.of(
            "scopes", "resources", "passages", "items", "item_passages", "categories", "category_items", "embeddings");
    private static final int BATCH = 1_000;

    private StoringBenchmark() {}

    /** Works in a new temporary folder, which it leaves behind. */
    public static void main(String[] args) throws IOException, SQLException {
        boolean quick = List.of(args).contains("--quick");
        int units = quick ? 500 : 5_000;
        int rounds = quick ? 2 : 9;
        Path folder = Files.createTempDirectory("memu4j-storing");
        Corpus corpus = new Corpus(7);
        double ours;
        try (MemoryStore store = new JpaMemoryStoreProvider()
                .open(DatabaseConfig.sqlite(folder.resolve("memu.db")), Clock.systemUTC())) {
            double making = Cpu.medianMillis(rounds, round -> new Corpus(round).make(units));
            ours = Cpu.medianMillis(
                            rounds, round -> corpus.fill(store.in(new MemoryScope("user-" + round, "agent")), units))
                    - making;
        }
        double plain;
        String url = "jdbc:sqlite:" + folder.resolve("memu.db");
        try (Connection connection = DriverManager.getConnection(url)) {
            List<Table> tables = new ArrayList<>();
            for (String table : TABLES) {
                tables.add(Table.read(connection, "memu_" + table, "user-0"));
            }
            plain = Cpu.medianMillis(rounds, round -> insert(connection, tables, "copy-" + round));
        }
        System.out.printf(
                Locale.ROOT,
                "storing %,d items with passages and vectors: %.0f ms CPU, %.2f x plain JDBC (%.0f ms)%n",
                units,
                ours,
                ours / plain,
                plain);
    }

    private static void insert(Connection connection, List<Table> tables, String user) {
        try {
            connection.setAutoCommit(false);
            for (Table table : tables) {
                table.insert(connection, user);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of one user in a table. */
    private record Table(String insert, int userColumn, List<Object[]> rows) {
        static Table read(Connection connection, String name, String user) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet found =
                            statement.executeQuery("select * from " + name + " where user_id = '" + user + "'")) {
                int columns = found.getMetaData().getColumnCount();
                int userColumn = found.findColumn("user_id");
                List<Object[]> rows = new ArrayList<>();
                while (found.next()) {
                    Object[] row = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = found.getObject(i + 1);
                    }
                    rows.add(row);
                }
                String places = "?" + ", ?".repeat(columns - 1);
                return new Table("insert into " + name + " values (" + places + ")", userColumn, rows);
            }
        }

        void insert(Connection connection, String user) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                int batched = 0;
                for (Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        statement.setObject(i + 1, i + 1 == userColumn ? user : row[i]);
                    }
                    statement.addBatch();
                    if (++batched % BATCH == 0) {
                        statement.executeBatch();
                    }
                }
                statement.executeBatch();
            }
        }
    }
}
