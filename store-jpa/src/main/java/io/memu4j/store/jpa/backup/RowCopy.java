package io.memu4j.store.jpa.backup;

import java.sql.Blob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Copies rows of a table from one database to another, column by name, a few hundred at a time. */
final class RowCopy {
    static final int BATCH = 200;

    private RowCopy() {}

    static void copy(Connection from, Connection to, String table) throws SQLException {
        try (Statement reading = from.createStatement()) {
            reading.setFetchSize(BATCH);
            try (ResultSet rows = reading.executeQuery(MemuTables.all(table))) {
                List<String> columns = columns(rows.getMetaData());
                try (PreparedStatement writing = to.prepareStatement(MemuTables.insert(table, columns))) {
                    int pending = 0;
                    while (rows.next()) {
                        for (int column = 1; column <= columns.size(); column++) {
                            writing.setObject(column, value(rows, column));
                        }
                        writing.addBatch();
                        if (++pending == BATCH) {
                            writing.executeBatch();
                            pending = 0;
                        }
                    }
                    writing.executeBatch();
                }
            }
        }
    }

    /** Texts, numbers and bytes; a large object is read whole, as vectors are small. */
    private static Object value(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        return value instanceof Blob ? rows.getBytes(column) : value;
    }

    private static List<String> columns(ResultSetMetaData table) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= table.getColumnCount(); column++) {
            columns.add(table.getColumnName(column).toLowerCase(Locale.ROOT));
        }
        return columns;
    }
}
