package io.memu4j.store.jpa;

import io.memu4j.config.DatabaseConfig;
import java.nio.file.Path;

class PostgresqlBackupIT extends BackupContract {
    @Override
    DatabaseConfig fresh(Path in) {
        return Postgres.freshDatabase();
    }
}
