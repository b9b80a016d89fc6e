package io.memu4j.migrations;

import io.memu4j.migrations.MigrationException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** A database product the changelog runs on. */
enum Product {
    SQLITE("select lower(name) from sqlite_master where type = 'table'"),
    H2("select lower(table_name) from information_schema.tables where table_schema = current_schema"),
    POSTGRESQL("select t from (values ('memu_schema'), ('databasechangelog'), ('databasechangeloglock')) as v(t)"
            + " where to_regclass(t) is not null");

    /** Names, in lower case, of at least those of our and Liquibase's tables that an unqualified name would find. */
    private final String tablesQuery;

    Product(String tablesQuery) {
        this.tablesQuery = tablesQuery;
    }

    String tablesQuery() {
        return tablesQuery;
    }

    static Product of(Connection connection) throws SQLException {
        String name = connection.getMetaData().getDatabaseProductName();
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "sqlite" -> SQLITE;
            case "h2" -> H2;
            case "postgresql" -> POSTGRESQL;
            default ->
                throw new MigrationException(
                        Reason.CONFIGURATION,
                        "The database is " + name + ", which is not supported. Use SQLite, H2 or PostgreSQL.");
        };
    }
}
