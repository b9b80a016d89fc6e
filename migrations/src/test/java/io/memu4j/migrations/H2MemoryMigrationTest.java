package io.memu4j.migrations;

class H2MemoryMigrationTest extends MigrationContract {

    @Override
    TestDatabase freshDatabase() {
        return TestDatabase.h2Memory();
    }
}
