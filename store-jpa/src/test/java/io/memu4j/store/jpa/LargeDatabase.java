package io.memu4j.store.jpa;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.internal.value.Digests;
import io.memu4j.model.MemoryType;
import io.memu4j.spi.store.ItemKey;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.UUID;

/**
 * Fills a database with plain SQL: one scope with half of the items, the others in scopes of a thousand. Twenty items are from one source,
 * two from one passage.
 */
final class LargeDatabase {
    private static final int SMALL = 1_000;
    private static final int ITEMS_PER_SOURCE = 20;
    private static final int ITEMS_PER_PASSAGE = 2;
    private static final int DIMENSION = 64;
    private static final int BATCH = 10_000;

    private final Connection connection;
    private final PreparedStatement scopes;
    private final PreparedStatement sources;
    private final PreparedStatement passages;
    private final PreparedStatement items;
    private final PreparedStatement citations;
    private final PreparedStatement categories;
    private final PreparedStatement links;
    private final PreparedStatement vectors;
    private final String ids;
    private long time = 1_770_000_000_000_000L;
    private int pending;

    private LargeDatabase(Connection connection, String ids) throws SQLException {
        this.connection = connection;
        this.ids = ids;
        scopes = insert("memu_scopes", "revision, incarnation, last_delete_revision, active_space, created_at");
        sources = insert(
                "memu_resources",
                "id, revision, version, source_key, source_key_hash, url, modality, state, byte_size, content_hash,"
                        + " fingerprint, created_at, updated_at");
        passages = insert("memu_passages", "id, revision, resource_id, position, part, text, created_at");
        items = insert(
                "memu_items",
                "id, revision, version, type, summary, text_hash, origin, reinforcements, reinforced_at, created_at,"
                        + " updated_at");
        citations = insert("memu_item_passages", "item_id, passage_id, revision");
        categories = insert(
                "memu_categories",
                "id, revision, version, name, name_key, description, summary, created_at, updated_at");
        links = insert("memu_category_items", "category_id, item_id, revision");
        vectors = insert("memu_embeddings", "owner_kind, owner_id, space, revision, vector");
    }

    /** The same rows each time, under ids that depend on a text. */
    static void fill(DatabaseConfig config, int count, String ids) throws SQLException {
        try (JpaMemoryStore store = JpaMemoryStore.open(config, Clock.systemUTC());
                Connection connection = store.database().source().getConnection();
                Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getURL().startsWith("jdbc:sqlite:")) {
                statement.execute("PRAGMA synchronous = OFF");
            }
            connection.setAutoCommit(false);
            LargeDatabase database = new LargeDatabase(connection, ids);
            database.scope("everything", count / 2);
            for (int left = count - count / 2, n = 0; left > 0; left -= SMALL, n++) {
                database.scope("user" + n, Math.min(SMALL, left));
            }
            database.flush();
        }
    }

    private PreparedStatement insert(String table, String columns) throws SQLException {
        int count = columns.split(",").length;
        return connection.prepareStatement("insert into " + table + " (user_id, agent_id, " + columns
                + ") values (?, 'agent'" + ", ?".repeat(count) + ")");
    }

    private void scope(String user, int count) throws SQLException {
        add(scopes, user, 1, id("scope", user, 0), 0, "made/" + DIMENSION, time);
        String category = id("category", user, 0);
        add(categories, user, category, 1, 0, "work", "work", "What is done", "Much is done.", time, time);
        String source = "";
        String passage = "";
        for (int n = 0; n < count; n++) {
            time += 1_000_000;
            int place = n % ITEMS_PER_SOURCE;
            if (place == 0) {
                source = id("source", user, n);
                source(user, source, "notes-" + n);
            }
            if (n % ITEMS_PER_PASSAGE == 0) {
                passage = id("passage", user, n);
                passage(user, source, passage, place / ITEMS_PER_PASSAGE, n);
            }
            String item = id("item", user, n);
            item(user, item, "The statement number " + n + " of " + user + " says something that nobody else says.");
            add(citations, user, item, passage, 1);
            add(links, user, category, item, 1);
            vector(user, "item", item);
        }
    }

    private void source(String user, String id, String key) throws SQLException {
        String hash = Digests.sha256(key);
        add(sources, user, id, 1, 0, key, hash, key, "document", "complete", 120, hash, "test", time, time);
    }

    private void passage(String user, String source, String id, int position, int number) throws SQLException {
        String text = "A passage of " + user + " with the number " + number + ", which says what " + ITEMS_PER_PASSAGE
                + " statements were made of.";
        add(passages, user, id, 1, source, position, 0, text, time);
        if (position == 0) {
            vector(user, "passage", id);
        }
    }

    private void item(String user, String id, String summary) throws SQLException {
        String hash = ItemKey.of(MemoryType.KNOWLEDGE, summary).textHash();
        add(items, user, id, 1, 0, "knowledge", summary, hash, "extracted", 1, time, time, time);
    }

    private void vector(String user, String kind, String owner) throws SQLException {
        ByteBuffer bytes = ByteBuffer.allocate(DIMENSION * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < DIMENSION; i++) {
            bytes.putFloat((owner.hashCode() * 31 + i) % 1_000 / 8_000f);
        }
        add(vectors, user, kind, owner, "made/" + DIMENSION, 1, bytes.array());
    }

    /** The same each time, in an order of its own. */
    private String id(String kind, String user, int number) {
        return UUID.nameUUIDFromBytes((ids + kind + user + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private void add(PreparedStatement insert, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
        if (++pending % BATCH == 0) {
            flush();
        }
    }

    private void flush() throws SQLException {
        for (PreparedStatement insert :
                new PreparedStatement[] {scopes, sources, passages, items, categories, citations, links, vectors}) {
            insert.executeBatch();
        }
        connection.commit();
    }
}
