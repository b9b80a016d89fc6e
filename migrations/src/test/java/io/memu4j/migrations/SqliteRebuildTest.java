package io.memu4j.migrations;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A changelog that rebuilds a table others refer to. */
class SqliteRebuildTest {
    private static final List<String> TABLES = List.of(
            "memu_resources",
            "memu_passages",
            "memu_items",
            "memu_item_passages",
            "memu_categories",
            "memu_category_items",
            "memu_embeddings",
            "memu_pending_deletions");

    @TempDir
    private Path folder;

    private TestDatabase database;
    private Rows rows;

    @BeforeEach
    void fill() throws SQLException {
        database = TestDatabase.sqlite(folder);
        database.migrate();
        rows = new Rows(database, "ana", "helper").withScope().withOneOfEach();
    }

    @Test
    void rows_that_refer_to_a_rebuilt_table_are_kept() throws SQLException {
        assertThat(run("rebuilds-items.xml")).containsExactly("test-rebuild-items");

        for (String table : TABLES) {
            assertThat(rows.count(table)).as(table).isEqualTo("1");
        }
        assertThat(database.query("select importance from memu_items")).containsExactly("0");
        assertThat(database.query("pragma foreign_key_check")).isEmpty();
        database.execute("delete from memu_items");
        assertThat(rows.count("memu_item_passages")).as("the keys are on again").isEqualTo("0");
    }

    @Test
    void a_released_file_keeps_every_row_of_every_table_when_a_table_is_rebuilt() throws Exception {
        Path file = folder.resolve("released.db");
        try (InputStream frozen = SqliteRebuildTest.class.getResourceAsStream("/frozen/0.1.0/sqlite.db.gz")) {
            Files.write(file, new GZIPInputStream(frozen).readAllBytes());
        }
        database = new TestDatabase("jdbc:sqlite:" + file, null, null);
        database.migrate();
        Map<String, List<String>> before = allRows();
        assertThat(before.values()).doesNotContain(List.of());

        assertThat(run("rebuilds-items.xml")).containsExactly("test-rebuild-items");

        assertThat(allRows()).isEqualTo(before);
        assertThat(database.query("pragma foreign_key_check")).isEmpty();
        assertThat(database.query("pragma integrity_check")).containsExactly("ok");
    }

    /** All columns but the one that the rebuild adds. */
    private Map<String, List<String>> allRows() throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : TABLES) {
            List<String> columns = database.query(
                    "select name from pragma_table_info('" + table + "') where name <> 'importance' order by name");
            rows.put(
                    table,
                    database.query("select "
                            + columns.stream().map("quote(%s)"::formatted).collect(joining("||'|'||")) + " from "
                            + table + " order by 1"));
        }
        return rows;
    }

    @Test
    void a_rebuild_that_loses_rows_is_reported() {
        assertThatThrownBy(() -> run("loses-items.xml"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("refer to rows of memu_items");
    }

    @Test
    void the_connection_of_a_caller_has_its_foreign_keys_on_afterwards() throws SQLException {
        try (Connection connection = database.connect()) {
            Migration.update(connection, Duration.ofSeconds(10), "rebuilds-items.xml");
            try (var statement = connection.createStatement();
                    var on = statement.executeQuery("pragma foreign_keys")) {
                assertThat(on.getInt(1)).isEqualTo(1);
            }
        }
    }

    private List<String> run(String changelog) throws SQLException {
        try (UrlTarget target = UrlTarget.of(database.url(), null, null)) {
            return Migration.update(target.forMigrating(), Duration.ofSeconds(10), changelog);
        }
    }
}
