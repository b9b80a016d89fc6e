package io.memu4j.migrations;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2FileSchemaTest extends SchemaContract {
    @TempDir
    private static Path folder;

    @Override
    TestDatabase freshDatabase() {
        return TestDatabase.h2File(folder);
    }
}
