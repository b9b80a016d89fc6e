package io.memu4j.store.jpa.backup;

import java.util.List;

/** The tables of memory, and what is asked of all their rows at once. No other class of this package writes SQL on them. */
final class MemuTables {
    static final String SCOPES = "memu_scopes";
    static final String PENDING = "memu_pending_deletions";

    /** What a scope holds; what refers to another comes after it. */
    static final List<String> CONTENTS = List.of(
            "memu_resources",
            "memu_passages",
            "memu_items",
            "memu_item_passages",
            "memu_categories",
            "memu_category_items",
            "memu_embeddings",
            "memu_item_history");

    static final String SCHEMA = "select version, compatible_from from memu_schema where id = 1";

    static final String NAMED_BLOBS =
            "select user_id, agent_id, blob_key from memu_resources where blob_key is not null";

    static final String ALL_SCOPES =
            "select user_id, agent_id, revision, last_delete_revision, active_space, created_at"
                    + " from memu_scopes order by user_id, agent_id";

    static final String UPDATE_SCOPE =
            "update memu_scopes set incarnation = ?, revision = ?, last_delete_revision = ?, active_space = ?,"
                    + " created_at = ? where user_id = ? and agent_id = ?";

    static final String INSERT_SCOPE =
            "insert into memu_scopes (incarnation, revision, last_delete_revision, active_space, created_at, user_id,"
                    + " agent_id) values (?, ?, ?, ?, ?, ?, ?)";

    /** A scope that is empty from now on; its number goes on counting. */
    static final String EMPTY_SCOPE = "update memu_scopes set incarnation = ?, revision = revision + 1,"
            + " last_delete_revision = revision + 1, active_space = null where user_id = ? and agent_id = ?";

    static final String INSERT_PENDING =
            "insert into memu_pending_deletions (user_id, agent_id, id, blob_key, created_at) values (?, ?, ?, ?, ?)";

    static final String PENDING_BLOBS = "select user_id, agent_id, blob_key from memu_pending_deletions";

    static final String FORGET_PENDING_THAT_ARE_NAMED = "delete from memu_pending_deletions where blob_key in"
            + " (select blob_key from memu_resources where blob_key is not null)";

    /** PostgreSQL: readers go on, writers wait. */
    static final String LOCK_ALL =
            "lock table memu_scopes, memu_resources, memu_passages, memu_items, memu_item_passages,"
                    + " memu_categories, memu_category_items, memu_embeddings, memu_item_history, memu_pending_deletions in exclusive mode";

    private MemuTables() {}

    static String all(String table) {
        return "select * from " + table;
    }

    static String count(String table) {
        return "select count(*) from " + table;
    }

    static String deleteAll(String table) {
        return "delete from " + table;
    }

    static String insert(String table, List<String> columns) {
        return "insert into " + table + " (" + String.join(", ", columns) + ") values (?"
                + ", ?".repeat(columns.size() - 1) + ")";
    }
}
