package io.memu4j.importer.memu;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** MemU's SQLite file, opened for reading through SQLite, so that a write-ahead log counts. One thread. */
final class MemuDatabase implements AutoCloseable {
    private static final Map<String, List<String>> TABLES = Map.of(
            "resources", List.of("id", "user_id", "agent_id", "url", "modality", "local_path", "caption", "created_at"),
            "memory_items", List.of("id", "user_id", "agent_id", "resource_id", "memory_type", "summary", "created_at"),
            "categories", List.of("id", "user_id", "agent_id", "name", "description", "summary", "created_at"),
            "category_items", List.of("item_id", "category_id", "user_id", "agent_id"));

    private final Connection connection;
    private final Map<String, Set<String>> columns = new HashMap<>();

    private MemuDatabase(Connection connection) {
        this.connection = connection;
    }

    /** Handles one row. */
    interface EachRow {
        void accept(MemuRow row) throws SQLException;
    }

    static MemuDatabase open(Path file, Losses losses) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(10_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        Connection connection = source.getConnection();
        MemuDatabase database = new MemuDatabase(connection);
        boolean open = false;
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA trusted_schema = OFF"); // the file is somebody else's
            }
            connection.setAutoCommit(false);
            database.readColumns(losses);
            open = true;
            return database;
        } finally {
            if (!open) {
                connection.close();
            }
        }
    }

    /** The users with their agents that any table names, as they are written. */
    Set<List<String>> owners() throws SQLException {
        Set<List<String>> owners = new LinkedHashSet<>();
        for (String table : List.of("resources", "categories", "memory_items")) {
            if (columns.containsKey(table)) {
                String select = "select distinct " + column(table, "user_id") + ", " + column(table, "agent_id")
                        + " from " + table + " order by 1, 2";
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(select)) {
                    while (row.next()) {
                        List<String> owner = new ArrayList<>();
                        owner.add(row.getString(1));
                        owner.add(row.getString(2));
                        owners.add(owner);
                    }
                }
            }
        }
        return owners;
    }

    /** Shows the rows of a table that belong to that user and agent, in the order in which they were written. */
    void each(String table, String userId, String agentId, EachRow each) throws SQLException {
        if (!columns.containsKey(table)) {
            return;
        }
        List<String> names = TABLES.getOrDefault(table, List.of());
        String list = String.join(
                ", ", names.stream().map(name -> column(table, name)).toList());
        String select = "select " + list + " from " + table + " where user_id = ? and agent_id = ? order by rowid";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, userId);
            statement.setString(2, agentId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.accept(new MemuRow(names, rows));
                }
            }
        }
    }

    /** How often each name of a local copy is used by different users or agents. */
    Map<String, Set<String>> ownersByCopy() throws SQLException {
        Map<String, Set<String>> owners = new HashMap<>();
        if (columns.containsKey("resources")) {
            String select = "select distinct " + column("resources", "local_path") + ", "
                    + column("resources", "user_id") + ", " + column("resources", "agent_id") + " from resources";
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(select)) {
                while (row.next()) {
                    String name = SourceFolder.name(row.getString(1));
                    if (name != null) {
                        owners.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new HashSet<>())
                                .add(row.getString(2) + "\0" + row.getString(3));
                    }
                }
            }
        }
        return owners;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** A view in the place of a table would be a query of somebody else. */
    private Set<String> tables() throws SQLException {
        Set<String> tables = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select lower(name) from sqlite_master where type = 'table'"
                        + " and lower(sql) not like 'create virtual%'")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private void readColumns(Losses losses) throws SQLException {
        Set<String> tables = tables();
        for (String table : TABLES.keySet().stream().sorted().toList()) {
            Set<String> names = new HashSet<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
                while (row.next()) {
                    names.add(row.getString("name").toLowerCase(Locale.ROOT));
                }
            }
            if (!tables.contains(table)) {
                losses.add(null, null, "the table " + table + (names.isEmpty() ? " is missing" : " is no table"));
            } else if (names.containsAll(Set.of("user_id", "agent_id"))) {
                columns.put(table, names);
            } else {
                losses.add(null, null, "the table " + table + " names no users");
            }
        }
    }

    private String column(String table, String name) {
        return columns.getOrDefault(table, Set.of()).contains(name) ? name : "null";
    }
}
