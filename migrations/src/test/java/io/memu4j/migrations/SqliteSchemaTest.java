package io.memu4j.migrations;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteSchemaTest extends SchemaContract {
    @TempDir
    private static Path folder;

    @Override
    TestDatabase freshDatabase() {
        return TestDatabase.sqlite(folder);
    }
}
