package io.memu4j.store.jpa;

import io.memu4j.config.DatabaseConfig;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

class H2UpgradeTest extends UpgradeContract {
    @Override
    DatabaseConfig thaw(String release) throws Exception {
        Files.write(folder.resolve("memu.mv.db"), resource(release, "h2.mv.db.gz"));
        return DatabaseConfig.h2(folder.resolve("memu"));
    }

    @Override
    Connection connect(DatabaseConfig config) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("memu").toAbsolutePath(), "sa", "");
    }

    @Override
    String listing() {
        return "h2.json";
    }
}
