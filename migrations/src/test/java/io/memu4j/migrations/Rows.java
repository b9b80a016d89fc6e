package io.memu4j.migrations;

import java.sql.SQLException;

/** Inserts rows of one scope with plain SQL, with the columns that matter to a test and something plausible in the others. */
record Rows(TestDatabase database, String user, String agent) {
    Rows withScope() throws SQLException {
        insert("memu_scopes", "revision, incarnation, last_delete_revision, created_at", "1, 'i', 0, 1");
        return this;
    }

    void resource(String id, String sourceKeyHash) throws SQLException {
        insert(
                "memu_resources",
                "id, revision, version, source_key, source_key_hash, url, modality, state, byte_size, content_hash,"
                        + " fingerprint, created_at, updated_at",
                "'%s', 1, 1, 'k', '%s', 'u', 'document', 'complete', 1, 'h', 'f', 1, 1".formatted(id, sourceKeyHash));
    }

    void passage(String id, String resource, int position, int part) throws SQLException {
        insert(
                "memu_passages",
                "id, revision, resource_id, position, part, text, created_at",
                "'%s', 1, '%s', %d, %d, 't', 1".formatted(id, resource, position, part));
    }

    void item(String id, String type, String textHash) throws SQLException {
        insert(
                "memu_items",
                "id, revision, version, type, summary, text_hash, origin, reinforcements, reinforced_at, created_at,"
                        + " updated_at",
                "'%s', 1, 1, '%s', 's', '%s', 'extracted', 1, 1, 1, 1".formatted(id, type, textHash));
    }

    void citation(String item, String passage) throws SQLException {
        insert("memu_item_passages", "item_id, passage_id, revision", "'%s', '%s', 1".formatted(item, passage));
    }

    void category(String id, String nameKey) throws SQLException {
        insert(
                "memu_categories",
                "id, revision, version, name, name_key, description, summary, created_at, updated_at",
                "'%s', 1, 1, 'n', '%s', '', '', 1, 1".formatted(id, nameKey));
    }

    void link(String category, String item) throws SQLException {
        insert("memu_category_items", "category_id, item_id, revision", "'%s', '%s', 1".formatted(category, item));
    }

    void embedding(String kind, String owner, String space) throws SQLException {
        String vector = database.url().startsWith("jdbc:postgresql:") ? "'\\x0000803f'" : "X'0000803f'";
        insert(
                "memu_embeddings",
                "owner_kind, owner_id, space, revision, vector",
                "'%s', '%s', '%s', 1, %s".formatted(kind, owner, space, vector));
    }

    void pendingDeletion(String id) throws SQLException {
        insert("memu_pending_deletions", "id, blob_key, created_at", "'%s', 'b', 1".formatted(id));
    }

    void event(String id, String item) throws SQLException {
        insert(
                "memu_item_history",
                "id, revision, item_id, kind, recorded_at, actor",
                "'%s', 1, '%s', 'created', 1, 'caller'".formatted(id, item));
    }

    /** One row in every table, the ids being the tables' first letters. */
    Rows withOneOfEach() throws SQLException {
        resource("r", "h");
        passage("p", "r", 0, 0);
        item("i", "profile", "h");
        citation("i", "p");
        category("c", "work");
        link("c", "i");
        embedding("item", "i", "m/1");
        pendingDeletion("d");
        event("e", "i");
        return this;
    }

    String count(String table) throws SQLException {
        return database.query("select count(*) from " + table + " where user_id = '" + user + "' and agent_id = '"
                        + agent + "'")
                .get(0);
    }

    private void insert(String table, String columns, String values) throws SQLException {
        database.execute("insert into " + table + " (user_id, agent_id, " + columns + ") values ('" + user + "', '"
                + agent + "', " + values + ")");
    }
}
