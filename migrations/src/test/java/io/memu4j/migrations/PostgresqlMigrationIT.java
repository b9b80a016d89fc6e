package io.memu4j.migrations;

class PostgresqlMigrationIT extends MigrationContract {
    @Override
    TestDatabase freshDatabase() {
        return TestDatabase.postgresql();
    }
}
