package io.memu4j.jakarta;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

class SqliteJtaTest extends JtaContract {
    @TempDir
    private Path folder;

    @Override
    JtaDatabase database() throws SQLException {
        return JtaDatabase.sqlite(folder);
    }
}
