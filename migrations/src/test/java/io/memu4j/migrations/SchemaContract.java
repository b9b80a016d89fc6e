package io.memu4j.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the migrated schema itself guarantees, whatever the code above it does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SchemaContract {
    private static final List<String> SCOPED = List.of(
            "memu_resources",
            "memu_passages",
            "memu_items",
            "memu_item_passages",
            "memu_categories",
            "memu_category_items",
            "memu_embeddings",
            "memu_pending_deletions",
            "memu_item_history");

    TestDatabase database;
    private Connection open;
    private Rows ana;
    private Rows bob;

    abstract TestDatabase freshDatabase();

    @BeforeAll
    void migrate() throws SQLException {
        database = freshDatabase();
        database.migrate();
        // H2 closes a file with the last connection, which takes longer than all the rest.
        open = database.connect();
    }

    @AfterAll
    void close() throws SQLException {
        if (open != null) {
            open.close();
        }
    }

    @BeforeEach
    void two_scopes() throws SQLException {
        database.execute("delete from memu_scopes");
        ana = new Rows(database, "ana", "a1").withScope();
        bob = new Rows(database, "bob", "a1").withScope();
    }

    @Test
    void no_row_exists_without_its_scope() {
        Rows nobody = new Rows(database, "nobody", "a1");

        refused(() -> nobody.resource("r", "h"));
        refused(() -> nobody.item("i", "profile", "h"));
        refused(() -> nobody.category("c", "work"));
        refused(() -> nobody.embedding("item", "i", "m/1"));
        refused(() -> nobody.pendingDeletion("d"));
        refused(() -> nobody.event("e", "i"));
    }

    @Test
    void two_scopes_may_use_the_same_ids_and_keys() throws SQLException {
        ana.withOneOfEach();
        bob.withOneOfEach();
        new Rows(database, "ana", "a2").withScope().withOneOfEach();

        for (String table : SCOPED) {
            assertThat(database.query("select count(*) from " + table)).containsExactly("3");
        }
    }

    @Test
    void a_link_into_another_scope_cannot_exist() throws SQLException {
        ana.item("i1", "profile", "h");
        ana.category("c1", "work");
        bob.resource("r2", "h");
        bob.passage("p2", "r2", 0, 0);
        bob.item("i2", "profile", "h");
        bob.category("c2", "work");

        refused(() -> ana.passage("p1", "r2", 0, 0));
        refused(() -> ana.citation("i1", "p2"));
        refused(() -> ana.citation("i2", "p2"));
        refused(() -> ana.link("c1", "i2"));
        refused(() -> ana.link("c2", "i1"));
    }

    @Test
    void keys_are_unique_within_a_scope() throws SQLException {
        ana.withOneOfEach();

        refused(() -> ana.withScope());
        refused(() -> ana.resource("r", "other"));
        refused(() -> ana.resource("other", "h"));
        refused(() -> ana.passage("p", "r", 7, 0));
        refused(() -> ana.passage("other", "r", 0, 0));
        refused(() -> ana.item("i", "event", "other"));
        refused(() -> ana.item("other", "profile", "h"));
        refused(() -> ana.citation("i", "p"));
        refused(() -> ana.category("c", "other"));
        refused(() -> ana.category("other", "work"));
        refused(() -> ana.link("c", "i"));
        refused(() -> ana.embedding("item", "i", "m/1"));
        refused(() -> ana.pendingDeletion("d"));
        refused(() -> ana.event("e", "i"));
    }

    @Test
    void neighbours_of_a_key_are_not_the_same_key() throws SQLException {
        ana.withOneOfEach();

        ana.resource("r2", "h2");
        ana.passage("p2", "r", 0, 1);
        ana.passage("p3", "r", 1, 0);
        ana.passage("p4", "r2", 0, 0);
        ana.item("i2", "event", "h");
        ana.item("i3", "profile", "h2");
        ana.category("c2", "Work");
        ana.embedding("category", "i", "m/1");
        ana.embedding("item", "i", "m/2");
        ana.embedding("item", "i2", "m/1");

        assertThat(ana.count("memu_passages")).isEqualTo("4");
        assertThat(ana.count("memu_embeddings")).isEqualTo("4");
    }

    @Test
    void what_hangs_on_a_row_goes_with_it() throws SQLException {
        ana.withOneOfEach();
        bob.withOneOfEach();

        database.execute("delete from memu_resources where user_id = 'ana'");
        assertThat(ana.count("memu_passages")).isEqualTo("0");
        assertThat(ana.count("memu_item_passages")).isEqualTo("0");
        assertThat(ana.count("memu_items")).isEqualTo("1");

        database.execute("delete from memu_items where user_id = 'ana'");
        assertThat(ana.count("memu_category_items")).isEqualTo("0");
        assertThat(ana.count("memu_categories")).isEqualTo("1");

        database.execute("delete from memu_categories where user_id = 'bob'");
        assertThat(bob.count("memu_category_items")).isEqualTo("0");
        assertThat(bob.count("memu_items")).isEqualTo("1");
        assertThat(bob.count("memu_item_passages")).isEqualTo("1");
    }

    @Test
    void a_scope_takes_everything_with_it_and_nothing_of_others() throws SQLException {
        ana.withOneOfEach();
        bob.withOneOfEach();

        database.execute("delete from memu_scopes where user_id = 'ana'");

        for (String table : SCOPED) {
            assertThat(ana.count(table)).as(table).isEqualTo("0");
            assertThat(bob.count(table)).as(table).isEqualTo("1");
        }
    }

    @Test
    void keys_compare_and_sort_by_code_point() throws SQLException {
        for (String user : List.of("b", "á", "a ", "A", "B", "a")) {
            new Rows(database, user, "x").withScope();
        }

        assertThat(database.query("select user_id from memu_scopes where agent_id = 'x' order by user_id"))
                .containsExactly("A", "B", "a", "a ", "b", "á");
        assertThat(database.query("select agent_id from memu_scopes where user_id = 'a'"))
                .containsExactly("x");
    }

    @Test
    void long_texts_and_vectors_come_back_whole() throws SQLException {
        String text = "Zażółć 🙂 ".repeat(30_000);
        byte[] vector = new byte[1536 * Float.BYTES];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (byte) i;
        }
        ana.withOneOfEach();
        try (Connection connection = database.connect();
                PreparedStatement summary = connection.prepareStatement("update memu_items set summary = ?");
                PreparedStatement floats = connection.prepareStatement("update memu_embeddings set vector = ?")) {
            summary.setString(1, text);
            summary.executeUpdate();
            floats.setBytes(1, vector);
            floats.executeUpdate();
        }

        assertThat(database.query("select summary from memu_items")).containsExactly(text);
        try (Connection connection = database.connect();
                ResultSet rows = connection.createStatement().executeQuery("select vector from memu_embeddings")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getBytes(1)).isEqualTo(vector);
        }
    }

    @Test
    void a_schema_has_an_id_that_no_other_one_has() throws Exception {
        String id = database.query("select owner from memu_schema").get(0);
        assertThat(id).matches("[0-9a-f]{32}");
        database.execute("update memu_schema set owner = null");
        database.execute("delete from databasechangelog where id = '0.2.0-1-owner-id'");
        database.migrate();
        assertThat(database.query("select owner from memu_schema").get(0))
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(id);
    }

    @Test
    void there_is_one_schema_version() {
        refused(() -> database.execute("insert into memu_schema (id, version, compatible_from) values (2, 1, 1)"));
        refused(() -> database.execute("insert into memu_schema (id, version, compatible_from) values (1, 1, 1)"));
    }

    @Test
    void rows_are_found_by_revision_and_by_creation_without_a_scan() throws SQLException {
        List<String> withRevision = SCOPED.subList(0, 7);
        for (String table : withRevision) {
            assertThat(indexes(table)).as(table).contains("user_id,agent_id,revision");
        }
        assertThat(indexes("memu_resources")).contains("user_id,agent_id,created_at,id");
        assertThat(indexes("memu_items")).contains("user_id,agent_id,created_at,id", "user_id,agent_id,fact");
        assertThat(indexes("memu_item_history")).contains("user_id,agent_id,item_id");
        assertThat(indexes("memu_item_passages")).contains("user_id,agent_id,passage_id");
        assertThat(indexes("memu_category_items")).contains("user_id,agent_id,item_id");
    }

    private List<String> indexes(String table) throws SQLException {
        Map<String, TreeMap<Integer, String>> columns = new HashMap<>();
        try (Connection connection = database.connect()) {
            String name = database.url().startsWith("jdbc:h2:") ? table.toUpperCase(Locale.ROOT) : table;
            try (ResultSet rows = connection.getMetaData().getIndexInfo(null, null, name, false, false)) {
                while (rows.next()) {
                    columns.computeIfAbsent(rows.getString("INDEX_NAME"), key -> new TreeMap<>())
                            .put(
                                    rows.getInt("ORDINAL_POSITION"),
                                    rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return columns.values().stream()
                .map(ordered -> String.join(",", ordered.values()))
                .toList();
    }

    private static void refused(ThrowingCallable insert) {
        assertThatThrownBy(insert)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState() == null ? "23" : e.getSQLState())
                                .startsWith("23"))
                .hasMessageMatching("(?is).*(constraint|primary key|unique|violat|referential).*");
    }
}
