package io.memu4j.store.jpa;

import io.memu4j.config.DatabaseConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

class SqliteUpgradeTest extends UpgradeContract {
    @Override
    DatabaseConfig thaw(String release) throws Exception {
        Path file = folder.resolve("memu.db");
        Files.write(file, resource(release, "sqlite.db.gz"));
        return DatabaseConfig.sqlite(file);
    }

    @Override
    Connection connect(DatabaseConfig config) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("memu.db"));
    }

    @Override
    String listing() {
        return "sqlite.json";
    }
}
