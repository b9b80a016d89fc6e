package io.memu4j.store.jpa.backup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tables of memory at schema version {@value #SCHEMA}, and the statements on all their rows. No other class of this package writes SQL
 * on them. Every name in such a statement comes from here, never from a file.
 */
final class MemuTables {
    /** The schema version that the tables below describe. */
    static final int SCHEMA = 2;

    /** What a column holds. */
    enum Type {
        TEXT,
        NUMBER,
        BYTES
    }

    record Column(String name, Type type) {}

    record Table(String name, List<Column> columns) {
        List<String> columnNames() {
            return columns.stream().map(Column::name).toList();
        }

        int position(String column) {
            return columnNames().indexOf(column);
        }

        String select() {
            return "select " + String.join(", ", columnNames()) + " from " + name;
        }

        String insert() {
            return "insert into " + name + " (" + String.join(", ", columnNames()) + ") values (?"
                    + ", ?".repeat(columns.size() - 1) + ")";
        }
    }

    static final Table SCOPES = table(
            "memu_scopes",
            "user_id agent_id revision:number last_delete_revision:number active_space created_at:number");

    static final Table RESOURCES = table(
            "memu_resources",
            "user_id agent_id id revision:number version:number source_key source_key_hash url modality state caption missing"
                    + " media_type byte_size:number content_hash fingerprint blob_key attributes created_at:number"
                    + " updated_at:number");

    static final Table PENDING = table("memu_pending_deletions", "user_id agent_id id blob_key created_at:number");

    /** What a scope holds; what refers to another comes after it. */
    static final List<Table> CONTENTS = List.of(
            RESOURCES,
            table(
                    "memu_passages",
                    "user_id agent_id id revision:number resource_id position:number part:number speaker role said_at:number"
                            + " said_offset:number text created_at:number"),
            table(
                    "memu_items",
                    "user_id agent_id id revision:number version:number type summary text_hash happened_start:number"
                            + " happened_end:number happened_precision origin reinforcements:number reinforced_at:number"
                            + " attributes created_at:number updated_at:number said_at:number said_offset:number"
                            + " valid_from:number valid_from_precision valid_until:number valid_until_precision"
                            + " closed_at:number closed_reason superseded_by fact speaker expires_at:number"),
            table("memu_item_passages", "user_id agent_id item_id passage_id revision:number"),
            table(
                    "memu_categories",
                    "user_id agent_id id revision:number version:number name name_key description summary created_at:number"
                            + " updated_at:number"),
            table("memu_category_items", "user_id agent_id category_id item_id revision:number"),
            table("memu_embeddings", "user_id agent_id owner_kind owner_id space revision:number vector:bytes"),
            table(
                    "memu_item_history",
                    "user_id agent_id id revision:number item_id kind recorded_at:number actor before_text reason"));

    /** All tables of a rows file, in its order. */
    static final List<Table> ALL = all();

    static final String SCHEMA_VERSION = "select version, compatible_from from memu_schema where id = 1";

    static final String NAMED_BLOBS =
            "select user_id, agent_id, blob_key from memu_resources where blob_key is not null";

    static final String SCOPE_KEYS = "select user_id, agent_id from memu_scopes order by user_id, agent_id";

    static final String UPDATE_SCOPE =
            "update memu_scopes set incarnation = ?, revision = ?, last_delete_revision = ?, active_space = ?,"
                    + " created_at = ? where user_id = ? and agent_id = ?";

    static final String INSERT_SCOPE =
            "insert into memu_scopes (incarnation, revision, last_delete_revision, active_space, created_at, user_id,"
                    + " agent_id) values (?, ?, ?, ?, ?, ?, ?)";

    /** A scope that is empty from now on; its number goes on counting. */
    static final String EMPTY_SCOPE = "update memu_scopes set incarnation = ?, revision = revision + 1,"
            + " last_delete_revision = revision + 1, active_space = null where user_id = ? and agent_id = ?";

    static final String PENDING_BLOBS = "select user_id, agent_id, blob_key from memu_pending_deletions";

    static final String FORGET_PENDING_THAT_ARE_NAMED = "delete from memu_pending_deletions where blob_key in"
            + " (select blob_key from memu_resources where blob_key is not null)";

    /** PostgreSQL: readers go on, writers wait. */
    static final String LOCK_ALL =
            "lock table " + ALL.stream().map(Table::name).collect(Collectors.joining(", ")) + " in exclusive mode";

    private MemuTables() {}

    static String count(Table table) {
        return "select count(*) from " + table.name();
    }

    static String deleteAll(Table table) {
        return "delete from " + table.name();
    }

    private static List<Table> all() {
        List<Table> all = new ArrayList<>();
        all.add(SCOPES);
        all.addAll(CONTENTS);
        all.add(PENDING);
        return List.copyOf(all);
    }

    private static Table table(String name, String columns) {
        return new Table(
                name, Arrays.stream(columns.split(" ")).map(MemuTables::column).toList());
    }

    private static Column column(String declared) {
        int type = declared.indexOf(':');
        if (type < 0) {
            return new Column(declared, Type.TEXT);
        }
        return new Column(declared.substring(0, type), declared.endsWith(":bytes") ? Type.BYTES : Type.NUMBER);
    }
}
