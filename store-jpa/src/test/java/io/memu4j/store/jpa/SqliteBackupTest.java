package io.memu4j.store.jpa;

import io.memu4j.config.DatabaseConfig;
import java.nio.file.Path;

class SqliteBackupTest extends BackupContract {
    @Override
    DatabaseConfig fresh(Path in) {
        return DatabaseConfig.sqlite(in.resolve("memu.db"));
    }
}
