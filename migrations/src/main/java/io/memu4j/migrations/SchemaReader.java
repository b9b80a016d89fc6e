package io.memu4j.migrations;

import io.memu4j.migrations.ExpectedChangeSets.ExpectedChangeSet;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the schema's state with plain SQL. */
final class SchemaReader {
    private SchemaReader() {}

    static MigrationStatus read(Connection connection, Product product) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Set<String> tables = tables(statement, product);
            int found = 0;
            int compatibleFrom = 0;
            if (tables.contains("memu_schema")) {
                try (ResultSet rows = statement.executeQuery("select version, compatible_from from memu_schema")) {
                    if (rows.next()) {
                        found = rows.getInt(1);
                        compatibleFrom = rows.getInt(2);
                    }
                }
            }
            Set<ExpectedChangeSet> ran = tables.contains("databasechangelog") ? ran(statement) : Set.of();
            return new MigrationStatus(found, MemoryMigrations.SCHEMA_VERSION, compatibleFrom, pending(found, ran));
        }
    }

    static Set<String> tables(Statement statement, Product product) throws SQLException {
        Set<String> tables = new HashSet<>();
        try (ResultSet rows = statement.executeQuery(product.tablesQuery())) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static Set<ExpectedChangeSet> ran(Statement statement) throws SQLException {
        Set<ExpectedChangeSet> ran = new HashSet<>();
        try (ResultSet rows = statement.executeQuery("select id, author, filename from databasechangelog")) {
            while (rows.next()) {
                ran.add(new ExpectedChangeSet(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        ran.retainAll(ExpectedChangeSets.all());
        return ran;
    }

    private static List<String> pending(int found, Set<ExpectedChangeSet> ran) {
        boolean managedWithoutLiquibase = ran.isEmpty() && found >= MemoryMigrations.SCHEMA_VERSION;
        if (managedWithoutLiquibase || found > MemoryMigrations.SCHEMA_VERSION) {
            return List.of();
        }
        return ExpectedChangeSets.all().stream()
                .filter(changeSet -> !ran.contains(changeSet))
                .map(ExpectedChangeSet::id)
                .toList();
    }
}
