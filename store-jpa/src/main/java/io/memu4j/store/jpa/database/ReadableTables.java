package io.memu4j.store.jpa.database;

import io.memu4j.spi.store.Finding;
import io.memu4j.spi.store.Finding.Area;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads every row of our tables once: what a database without a check of its own can be asked. */
final class ReadableTables {
    private static final String TABLES = "select table_name from information_schema.tables where"
            + " lower(table_name) like 'memu\\_%' and table_schema = current_schema() order by table_name";

    private ReadableTables() {}

    static void examine(String label, Statement statement, List<Finding> findings) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        statement.setFetchSize(100);
        for (String table : tables) {
            try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        rows.getObject(column);
                    }
                }
            } catch (SQLException e) {
                findings.add(Finding.of(
                        Area.DATABASE,
                        "In the " + label + ", the table " + table + " cannot be read to its end (SQLSTATE "
                                + e.getSQLState() + ", code " + e.getErrorCode() + ").",
                        "Keep a copy of the files and restore a backup ('memu restore')."));
            }
        }
    }
}
