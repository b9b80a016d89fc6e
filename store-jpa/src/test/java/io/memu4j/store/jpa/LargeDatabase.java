package io.memu4j.store.jpa;

import io.memu4j.config.DatabaseConfig;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Fills a database with plain SQL: one scope with half of the items, the others in scopes of a thousand. */
final class LargeDatabase {
    private static final int SMALL = 1_000;
    private static final int ITEMS_PER_SOURCE = 20;
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
    private long time = 1_770_000_000_000_000L;
    private int pending;

    private LargeDatabase(Connection connection) throws SQLException {
        this.connection = connection;
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

    static void fill(DatabaseConfig config, int count) throws SQLException {
        try (JpaMemoryStore store = JpaMemoryStore.open(config);
                Connection connection = store.database().source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("BEGIN");
            LargeDatabase database = new LargeDatabase(connection);
            database.scope("everything", count / 2);
            for (int left = count - count / 2, n = 0; left > 0; left -= SMALL, n++) {
                database.scope("user" + n, Math.min(SMALL, left));
            }
            database.flush();
            statement.execute("COMMIT");
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
            if (n % ITEMS_PER_SOURCE == 0) {
                source = id("source", user, n);
                passage = id("passage", user, n);
                String key = "notes-" + n;
                add(
                        sources,
                        user,
                        source,
                        1,
                        0,
                        key,
                        "%064x".formatted(n),
                        key,
                        "document",
                        "complete",
                        120,
                        "%064x".formatted(n),
                        "test",
                        time,
                        time);
                add(
                        passages,
                        user,
                        passage,
                        1,
                        source,
                        0,
                        0,
                        "A passage of " + user + " with the number " + n + ", which says what " + ITEMS_PER_SOURCE
                                + " statements were made of.",
                        time);
                vector(user, "passage", passage);
            }
            String item = id("item", user, n);
            add(
                    items,
                    user,
                    item,
                    1,
                    0,
                    "knowledge",
                    "The statement number " + n + " of " + user + " says something that nobody else says.",
                    "%064x".formatted(n),
                    "extracted",
                    1,
                    time,
                    time,
                    time);
            add(citations, user, item, passage, 1);
            add(links, user, category, item, 1);
            vector(user, "item", item);
        }
    }

    private void vector(String user, String kind, String owner) throws SQLException {
        ByteBuffer bytes = ByteBuffer.allocate(DIMENSION * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < DIMENSION; i++) {
            bytes.putFloat((owner.hashCode() * 31 + i) % 1_000 / 8_000f);
        }
        add(vectors, user, kind, owner, "made/" + DIMENSION, 1, bytes.array());
    }

    /** The same each time, in an order of its own. */
    private static String id(String kind, String user, int number) {
        return UUID.nameUUIDFromBytes((kind + user + number).getBytes(StandardCharsets.UTF_8))
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
    }
}
