package io.memu4j.store.jpa.backup;

import io.memu4j.store.jpa.backup.MemuTables.Column;
import io.memu4j.store.jpa.backup.MemuTables.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a file into a database, a few hundred at a time. Scopes that are there get the values of the file. */
final class RowsInsert implements RowsReader.Rows, AutoCloseable {
    private final Connection to;
    private final PreparedStatement updateScope;
    private final PreparedStatement insertScope;
    private final Set<NamedBlob> pending = new HashSet<>();
    private @Nullable PreparedStatement writing;
    private int batched;

    RowsInsert(Connection to) throws SQLException {
        this.to = to;
        this.updateScope = to.prepareStatement(MemuTables.UPDATE_SCOPE);
        this.insertScope = to.prepareStatement(MemuTables.INSERT_SCOPE);
    }

    /** The copies that the file had queued for deletion; they are not inserted. */
    Set<NamedBlob> pending() {
        return pending;
    }

    @Override
    public void row(Table table, @Nullable Object[] values) throws SQLException {
        if (table.equals(MemuTables.SCOPES)) {
            if (scope(updateScope, values) == 0) {
                scope(insertScope, values);
            }
        } else if (table.equals(MemuTables.PENDING)) {
            pending.add(new NamedBlob(
                    String.valueOf(values[0]),
                    String.valueOf(values[1]),
                    String.valueOf(values[table.position("blob_key")])));
        } else {
            insert(table, values);
        }
    }

    @Override
    public void end(Table table) throws SQLException {
        if (writing != null) {
            writing.executeBatch();
            writing.close();
            writing = null;
            batched = 0;
        }
    }

    private void insert(Table table, @Nullable Object[] values) throws SQLException {
        PreparedStatement statement = writing;
        if (statement == null) {
            statement = to.prepareStatement(table.insert());
            writing = statement;
        }
        set(statement, table, values);
        statement.addBatch();
        if (++batched == RowsReader.BATCH) {
            statement.executeBatch();
            batched = 0;
        }
    }

    private static void set(PreparedStatement statement, Table table, @Nullable Object[] values) throws SQLException {
        int position = 0;
        for (Column column : table.columns()) {
            Object value = values[position++];
            if (value == null) {
                statement.setNull(position, type(column));
            } else {
                statement.setObject(position, value);
            }
        }
    }

    private static int type(Column column) {
        return switch (column.type()) {
            case TEXT -> Types.VARCHAR;
            case NUMBER -> Types.BIGINT;
            case BYTES -> Types.VARBINARY;
        };
    }

    /** In the order of {@link MemuTables#SCOPES}, with a new incarnation: no index answers from the rows before. */
    private static int scope(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        statement.setString(1, UUID.randomUUID().toString());
        statement.setObject(2, values[2]);
        statement.setObject(3, values[3]);
        statement.setString(4, (String) values[4]);
        statement.setObject(5, values[5]);
        statement.setObject(6, values[0]);
        statement.setObject(7, values[1]);
        return statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        updateScope.close();
        insertScope.close();
        if (writing != null) {
            writing.close();
        }
    }
}
