package io.memu4j.store.jpa.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.memu4j.store.jpa.backup.MemuTables.Column;
import io.memu4j.store.jpa.backup.MemuTables.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Writes all rows of a database as JSON Lines, a few hundred in memory at a time. Each table begins with a line that names it and its
 * columns; a row is an array in that order. Vectors are base64.
 */
final class RowsWriter {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private RowsWriter() {}

    static void write(Connection from, OutputStream out) throws SQLException, IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            for (Table table : MemuTables.ALL) {
                header(table, json);
                rows(from, table, json);
            }
            json.writeRaw('\n');
        }
    }

    private static void header(Table table, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("table", table.name());
        json.writeArrayFieldStart("columns");
        for (Column column : table.columns()) {
            json.writeString(column.name());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void rows(Connection from, Table table, JsonGenerator json) throws SQLException, IOException {
        try (Statement reading = from.createStatement()) {
            reading.setFetchSize(RowsReader.BATCH);
            try (ResultSet rows = reading.executeQuery(table.select())) {
                while (rows.next()) {
                    json.writeStartArray();
                    int position = 0;
                    for (Column column : table.columns()) {
                        value(rows, ++position, column, json);
                    }
                    json.writeEndArray();
                }
            }
        }
    }

    private static void value(ResultSet rows, int position, Column column, JsonGenerator json)
            throws SQLException, IOException {
        switch (column.type()) {
            case TEXT -> json.writeString(rows.getString(position)); // writes null for null
            case NUMBER -> {
                long number = rows.getLong(position);
                if (rows.wasNull()) {
                    json.writeNull();
                } else {
                    json.writeNumber(number);
                }
            }
            case BYTES -> {
                byte[] bytes = rows.getBytes(position);
                if (bytes == null) {
                    json.writeNull();
                } else {
                    json.writeBinary(bytes);
                }
            }
        }
    }
}
