package io.memu4j.store.jpa.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.memu4j.error.StoreException;
import io.memu4j.store.jpa.backup.MemuTables.Column;
import io.memu4j.store.jpa.backup.MemuTables.Table;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rows file as data. Accepts the tables of {@link MemuTables} in their order with exactly their columns, and values of their
 * types; refuses everything else. One row is in memory at a time.
 */
record RowsReader(Path file) {
    /** Rows fetched from, or sent to, a database at once. */
    static final int BATCH = 200;

    /** More than any text that is stored; a longer one would only fill the heap. */
    private static final int LONGEST_TEXT = 16 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNumberLength(20)
                    .maxNameLength(100)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** Receives rows in the order of the file: texts, longs, bytes and nulls, one for each column. */
    interface Rows {
        void row(Table table, @Nullable Object[] values) throws SQLException;

        /** All rows of the table were received. */
        default void end(Table table) throws SQLException {}
    }

    /** Returns the number of rows by table, pending deletions aside, which are no memory. */
    SortedMap<String, Long> read(Rows each) throws SQLException {
        SortedMap<String, Long> counts = new TreeMap<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
                JsonParser json = JSON.createParser(in)) {
            json.nextToken();
            for (Table table : MemuTables.ALL) {
                header(json, table);
                long rows = rows(json, table, each);
                if (!table.equals(MemuTables.PENDING)) {
                    counts.put(table.name(), rows);
                }
            }
            if (json.currentToken() != null) {
                throw refused("it goes on after its last table");
            }
            return counts;
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            throw refused("it is no valid file of rows" + where, e instanceof JsonParseException ? null : e);
        } catch (IOException e) {
            throw StoreException.permanent(
                    "The rows of the backup cannot be read: " + e.getClass().getSimpleName()
                            + ". Check its permissions and the disk.",
                    e);
        }
    }

    private void header(JsonParser json, Table table) throws IOException {
        List<String> columns = new ArrayList<>();
        boolean named = json.currentToken() == JsonToken.START_OBJECT
                && "table".equals(json.nextFieldName())
                && table.name().equals(json.nextTextValue())
                && "columns".equals(json.nextFieldName())
                && json.nextToken() == JsonToken.START_ARRAY;
        if (!named) {
            throw refused("the table " + table.name() + " was expected" + line(json));
        }
        while (json.nextToken() == JsonToken.VALUE_STRING
                && columns.size() <= table.columns().size()) {
            columns.add(json.getText());
        }
        if (!columns.equals(table.columnNames()) || json.currentToken() != JsonToken.END_ARRAY) {
            throw refused("its table " + table.name() + " has other columns than schema version " + MemuTables.SCHEMA);
        }
        if (json.nextToken() != JsonToken.END_OBJECT) {
            throw refused("the head of its table " + table.name() + " says more than table and columns");
        }
    }

    /** Leaves the parser on the first token after the rows. */
    private long rows(JsonParser json, Table table, Rows each) throws IOException, SQLException {
        long count = 0;
        while (json.nextToken() == JsonToken.START_ARRAY) {
            each.row(table, row(json, table));
            count++;
        }
        each.end(table);
        return count;
    }

    private @Nullable Object[] row(JsonParser json, Table table) throws IOException {
        @Nullable Object[] values = new @Nullable Object[table.columns().size()];
        int position = 0;
        for (Column column : table.columns()) {
            values[position++] = value(json, table, column);
        }
        if (json.nextToken() != JsonToken.END_ARRAY) {
            throw refused("a row of " + table.name() + line(json) + " has more values than the table has columns");
        }
        return values;
    }

    private @Nullable Object value(JsonParser json, Table table, Column column) throws IOException {
        JsonToken token = json.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        boolean fits = token
                == (column.type() == MemuTables.Type.NUMBER ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_STRING);
        if (!fits) {
            throw refused("a row of " + table.name() + line(json) + " has no "
                    + (column.type() == MemuTables.Type.NUMBER ? "whole number" : "text") + " where " + column.name()
                    + " is expected");
        }
        return switch (column.type()) {
            case TEXT -> json.getText();
            case NUMBER -> json.getLongValue();
            case BYTES -> json.getBinaryValue();
        };
    }

    private static String line(JsonParser json) {
        return " in line " + json.currentTokenLocation().getLineNr();
    }

    private static StoreException refused(String clause) {
        return refused(clause, null);
    }

    /** The cause is left out where its message would quote the file. */
    private static StoreException refused(String clause, @Nullable Throwable cause) {
        return StoreException.permanent(
                "The rows of the backup cannot be taken: " + clause + ". Nothing was changed; use another backup.",
                cause);
    }
}
