package io.memu4j.store.jpa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.DatabaseConfig.Migrate;
import io.memu4j.error.ConfigurationException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

class ExactComparisonTest {
    @TempDir
    Path folder;

    // ---- SQLite: a table made by somebody else

    @ParameterizedTest
    @CsvSource({
        "memu_scopes, agent_id, VARCHAR(255) COLLATE NOCASE",
        "memu_items, user_id, VARCHAR(255) COLLATE nocase",
        "memu_embeddings, user_id, TEXT COLLATE RTRIM",
        "memu_pending_deletions, agent_id, NUMERIC",
        "memu_category_items, user_id, INTEGER"
    })
    void sqlite_column_that_takes_different_ids_for_the_same__refused(String table, String column, String type)
            throws SQLException {
        Path file = folder.resolve("memu.db");
        Databases.open(DatabaseConfig.sqlite(file)).close();
        rebuild(file, table, column, type);
        SQLiteDataSource ofTheApplication = new SQLiteDataSource();
        ofTheApplication.setUrl("jdbc:sqlite:" + file);
        assertThatThrownBy(() -> Databases.open(DatabaseConfig.sqlite(file)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(table + "." + column)
                .hasMessageContaining("exactly");
        assertThatThrownBy(() -> Databases.on(ofTheApplication, Migrate.NEVER))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(table + "." + column);
    }

    @Test
    void sqlite_table_that_was_made_anew_with_text__opened() throws SQLException {
        Path file = folder.resolve("memu.db");
        Databases.open(DatabaseConfig.sqlite(file)).close();
        rebuild(file, "memu_items", "user_id", "TEXT COLLATE BINARY");
        assertThatCode(() -> Databases.open(DatabaseConfig.sqlite(file)).close())
                .doesNotThrowAnyException();
    }

    // ---- H2

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IGNORECASE=TRUE",
                "COLLATION=ENGLISH STRENGTH PRIMARY",
                "COLLATION=ENGLISH STRENGTH TERTIARY",
                "COLLATION=GERMAN STRENGTH SECONDARY"
            })
    void h2_with_such_settings__refused_before_anything_is_created(String setting) throws SQLException {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";" + setting;
        try (Connection open = DriverManager.getConnection(url, "sa", "")) {
            assertThatThrownBy(() -> Databases.open(DatabaseConfig.jdbc(url)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(setting.substring(0, setting.indexOf('=')));
            assertThat(tables(open)).isEmpty();
        }
    }

    /** The application made the schema itself, from a script. */
    @ParameterizedTest
    @ValueSource(strings = {"COLLATION=ENGLISH STRENGTH PRIMARY", "COLLATION=ENGLISH STRENGTH TERTIARY"})
    void h2_schema_made_under_such_a_setting__refused(String setting) throws SQLException {
        JdbcDataSource source = dataSource(setting);
        try (Connection open = source.getConnection()) {
            for (String statement : script()) {
                execute(open, statement);
            }
            assertThatThrownBy(() -> Databases.on(source, Migrate.NEVER))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("memu_")
                    .hasMessageContaining("exactly");
        }
    }

    @ParameterizedTest
    @CsvSource({"memu_items, user_id, VARCHAR_IGNORECASE(255)", "memu_scopes, agent_id, CHAR(255)"})
    void h2_column_of_such_a_type__refused(String table, String column, String type) throws SQLException {
        JdbcDataSource source = dataSource("MODE=REGULAR");
        try (Connection open = source.getConnection()) {
            for (String statement : script()) {
                execute(open, statement);
            }
            execute(open, "set referential_integrity false");
            execute(open, "alter table " + table + " alter column " + column + " set data type " + type);
            assertThatThrownBy(() -> Databases.on(source, Migrate.NEVER))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(table + "." + column);
        }
    }

    /** H2 writes letters in the case of the JVM's language. */
    @Test
    @ResourceLock(Resources.LOCALE)
    void h2_column_of_such_a_type_in_a_turkish_jvm__refused() throws SQLException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            h2_column_of_such_a_type__refused("memu_items", "user_id", "VARCHAR_IGNORECASE(255)");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MODE=STRICT",
                "MODE=LEGACY",
                "MODE=MySQL",
                "MODE=MariaDB",
                "MODE=MSSQLServer",
                "MODE=DB2",
                "MODE=Derby",
                "MODE=HSQLDB",
                "MODE=Oracle",
                "DATABASE_TO_LOWER=TRUE",
                "CASE_INSENSITIVE_IDENTIFIERS=TRUE"
            })
    void h2_in_other_modes__compares_exactly(String setting) {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";" + setting;
        assertThatCode(() -> Databases.open(DatabaseConfig.jdbc(url)).close()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "DATABASE_TO_UPPER=FALSE"})
    void h2_in_a_mode_without_our_types_or_names__refused_before_anything_is_created(String setting)
            throws SQLException {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";" + setting;
        try (Connection open = DriverManager.getConnection(url, "sa", "")) {
            assertThatThrownBy(() -> Databases.open(DatabaseConfig.jdbc(url)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(setting.substring(0, setting.indexOf('=')));
            assertThat(tables(open)).isEmpty();
        }
    }

    private static JdbcDataSource dataSource(String setting) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";" + setting);
        source.setUser("sa");
        return source;
    }

    private static List<String> script() throws SQLException {
        try (Database database = Databases.open(DatabaseConfig.h2InMemory());
                Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("script nopasswords nosettings")) {
            List<String> script = new ArrayList<>();
            while (lines.next()) {
                if (!lines.getString(1).startsWith("CREATE USER")) {
                    script.add(lines.getString(1));
                }
            }
            return script;
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getTables(null, null, "%", new String[] {"BASE TABLE"})) {
            while (rows.next()) {
                if (rows.getString("TABLE_SCHEM").equalsIgnoreCase("public")) {
                    tables.add(rows.getString("TABLE_NAME"));
                }
            }
        }
        return tables;
    }

    private static void rebuild(Path file, String table, String column, String type) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            String sql;
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select sql from sqlite_master where type = 'table' and name = '" + table + "'")) {
                sql = row.getString(1);
            }
            execute(connection, "drop table " + table);
            execute(connection, sql.replaceFirst(column + " [A-Z]+\\(\\d+\\)", column + " " + type));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
