package io.memu4j.store.jpa.database;

import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import io.memu4j.store.jpa.tx.BorrowedConnection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads every row of our tables once: what a database without a check of its own can be asked. */
final class ReadableTables {
    private static final String TABLES = "select table_name from information_schema.tables where"
            + " lower(table_name) like 'memu\\_%' and table_schema = current_schema() order by table_name";

    private static final int ROWS_AT_A_TIME = 100;

    private ReadableTables() {}

    /** Reads row by row: PostgreSQL's driver reads a table whole unless it is within a transaction. Each table is read in one of its own. */
    static void examine(String label, BorrowedConnection borrowed, List<Finding> findings) throws SQLException {
        Connection connection = borrowed.connection();
        borrowed.setAutoCommit(false);
        for (String table : tables(connection)) {
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(ROWS_AT_A_TIME);
                readThrough(statement, table);
            } catch (SQLException e) {
                findings.add(Finding.of(
                        Area.DATABASE,
                        "In the " + label + ", the table " + table + " cannot be read to its end (SQLSTATE "
                                + e.getSQLState() + ", code " + e.getErrorCode() + ").",
                        "Keep a copy of the files and restore a backup ('memu restore')."));
            }
            connection.rollback();
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static void readThrough(Statement statement, String table) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select * from " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }
}
