package io.memu4j.store.jpa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** All rows of a database by table and column, to keep beside a frozen database and to compare with. */
final class FrozenListing {
    static final List<String> TABLES = List.of(
            "memu_scopes",
            "memu_resources",
            "memu_passages",
            "memu_items",
            "memu_item_passages",
            "memu_categories",
            "memu_category_items",
            "memu_embeddings",
            "memu_pending_deletions");
    static final ObjectMapper JSON = new ObjectMapper();

    private FrozenListing() {}

    /** Bytes as hexadecimal digits; one field per column, null where there is nothing. */
    static ObjectNode of(Connection database) throws SQLException {
        ObjectNode listing = JSON.createObjectNode();
        for (String table : TABLES) {
            TreeMap<String, ObjectNode> rows = new TreeMap<>();
            try (Statement statement = database.createStatement();
                    ResultSet found = statement.executeQuery("select * from " + table)) {
                while (found.next()) {
                    ObjectNode row = row(found);
                    rows.put(row.toString(), row);
                }
            }
            listing.putArray(table).addAll(rows.values());
        }
        return listing;
    }

    /** The rows of a table with those columns alone that a row of {@code like} has: later releases may have more. */
    static Set<JsonNode> rows(JsonNode listing, String table, JsonNode like) {
        Set<JsonNode> rows = new HashSet<>();
        for (JsonNode row : listing.get(table)) {
            ObjectNode known = JSON.createObjectNode();
            like.get(table).get(0).fieldNames().forEachRemaining(column -> known.set(column, row.get(column)));
            rows.add(known);
        }
        return rows;
    }

    private static ObjectNode row(ResultSet found) throws SQLException {
        ObjectNode row = JSON.createObjectNode();
        ResultSetMetaData columns = found.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            String name = columns.getColumnName(column).toLowerCase(Locale.ROOT);
            Object value = found.getObject(column);
            if (value == null) {
                row.putNull(name);
            } else if (value instanceof byte[] || value instanceof Blob) {
                row.put(name, HexFormat.of().formatHex(found.getBytes(column)));
            } else if (value instanceof Number number) {
                row.put(name, number.longValue());
            } else {
                row.put(name, value.toString());
            }
        }
        return row;
    }
}
