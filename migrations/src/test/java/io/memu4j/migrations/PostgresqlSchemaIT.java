package io.memu4j.migrations;

class PostgresqlSchemaIT extends SchemaContract {
    @Override
    TestDatabase freshDatabase() {
        return TestDatabase.postgresql();
    }
}
