package io.memu4j.store.jpa;

import io.memu4j.config.DatabaseConfig;
import java.nio.file.Path;

class H2FileBackupTest extends BackupContract {
    @Override
    DatabaseConfig fresh(Path in) {
        return DatabaseConfig.h2(in.resolve("memu"));
    }
}
