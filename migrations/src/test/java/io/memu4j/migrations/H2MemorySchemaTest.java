package io.memu4j.migrations;

class H2MemorySchemaTest extends SchemaContract {
    @Override
    TestDatabase freshDatabase() {
        return TestDatabase.h2Memory();
    }
}
