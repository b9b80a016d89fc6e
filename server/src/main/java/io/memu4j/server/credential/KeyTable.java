package io.memu4j.server.credential;

import io.memu4j.error.StoreException;
import io.memu4j.server.api.Permission;
import io.memu4j.server.api.json.JsonFormat;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table {@code memu_api_key}. The first key makes it; until then there is no key. Opens a connection for each call: keys are read rarely. */
public final class KeyTable {
    private static final String COLUMNS =
            "id, secret_sha256, user_id, agents, permissions, created_at, expires_at, revoked_at";

    private static final String TABLE = "CREATE TABLE IF NOT EXISTS memu_api_key (id VARCHAR(12) NOT NULL PRIMARY KEY,"
            + " secret_sha256 VARCHAR(64) NOT NULL, user_id VARCHAR(255), agents VARCHAR(65535) NOT NULL,"
            + " permissions VARCHAR(255) NOT NULL, created_at BIGINT NOT NULL, expires_at BIGINT,"
            + " revoked_at BIGINT)";

    private final String url;
    private final Properties login = new Properties();
    private volatile boolean there;

    /**
     * A table in this database. Opens nothing yet.
     *
     * @param url of JDBC
     * @param user of the database, or null
     * @param password of the database, or null
     */
    public KeyTable(String url, @Nullable String user, @Nullable String password) {
        this.url = url;
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
    }

    /** A key and the hash of its secret. */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(ApiKey key, byte[] hash) {
        @Override
        public String toString() {
            return "Row[" + key.id() + "]";
        }
    }

    void insert(Row row) {
        ApiKey key = row.key();
        run(TABLE, PreparedStatement::executeUpdate);
        there = true;
        run("INSERT INTO memu_api_key (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)", statement -> {
            statement.setString(1, key.id());
            statement.setString(2, HexFormat.of().formatHex(row.hash()));
            statement.setString(3, key.user());
            statement.setString(
                    4, JsonFormat.text(key.agents().stream().sorted().toList()));
            statement.setString(
                    5,
                    key.permissions().stream().map(Permission::scope).sorted().collect(Collectors.joining(" ")));
            statement.setLong(6, key.createdAt().toEpochMilli());
            setTime(statement, 7, key.expiresAt());
            setTime(statement, 8, key.revokedAt());
            return statement.executeUpdate();
        });
    }

    Optional<Row> find(String id) {
        return isAbsent()
                ? Optional.empty()
                : run("SELECT " + COLUMNS + " FROM memu_api_key WHERE id = ?", statement -> {
                    statement.setString(1, id);
                    return rows(statement).stream().findFirst();
                });
    }

    List<ApiKey> all() {
        return isAbsent()
                ? List.of()
                : run(
                        "SELECT " + COLUMNS + " FROM memu_api_key ORDER BY created_at, id",
                        statement -> rows(statement).stream().map(Row::key).toList());
    }

    boolean revoke(String id, Instant now) {
        return !isAbsent()
                && run("UPDATE memu_api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", statement -> {
                    statement.setLong(1, now.toEpochMilli());
                    statement.setString(2, id);
                    return statement.executeUpdate() > 0;
                });
    }

    void deleteOf(String user) {
        if (isAbsent()) {
            return;
        }
        run("DELETE FROM memu_api_key WHERE user_id = ?", statement -> {
            statement.setString(1, user);
            return statement.executeUpdate();
        });
    }

    private boolean isAbsent() {
        if (!there) {
            try (Connection connection = DriverManager.getConnection(url, login)) {
                there = hasTable(connection, "memu_api_key") || hasTable(connection, "MEMU_API_KEY");
            } catch (SQLException e) {
                throw unusable(e);
            }
        }
        return !there;
    }

    private static boolean hasTable(Connection connection, String name) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), name, null)) {
            return tables.next();
        }
    }

    private static List<Row> rows(PreparedStatement statement) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(new Row(
                        new ApiKey(
                                found.getString("id"),
                                found.getString("user_id"),
                                Set.copyOf(JsonFormat.texts(found.getString("agents"))),
                                permissions(found.getString("permissions")),
                                Instant.ofEpochMilli(found.getLong("created_at")),
                                time(found, "expires_at"),
                                time(found, "revoked_at")),
                        HexFormat.of().parseHex(found.getString("secret_sha256"))));
            }
        }
        return rows;
    }

    private static Set<Permission> permissions(String words) {
        return List.of(words.split(" ")).stream()
                .flatMap(word -> Permission.of(word).stream())
                .collect(Collectors.toSet());
    }

    private static void setTime(PreparedStatement statement, int place, @Nullable Instant time) throws SQLException {
        if (time == null) {
            statement.setNull(place, java.sql.Types.BIGINT);
        } else {
            statement.setLong(place, time.toEpochMilli());
        }
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = DriverManager.getConnection(url, login);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    private static StoreException unusable(SQLException e) {
        return StoreException.permanent(
                "The table of API keys cannot be used. Look at the database that --keys names, or the one of --db.", e);
    }
}
