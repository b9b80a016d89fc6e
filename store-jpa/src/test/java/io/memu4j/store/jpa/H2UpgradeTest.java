package io.memu4j.store.jpa;

import io.memu4j.config.DatabaseConfig;
import java.nio.file.Files;

class H2UpgradeTest extends UpgradeContract {
    @Override
    DatabaseConfig thaw(String release) throws Exception {
        Files.write(folder.resolve("memu.mv.db"), resource(release, "h2.mv.db.gz"));
        return DatabaseConfig.h2(folder.resolve("memu"));
    }

    @Override
    String listing() {
        return "h2.json";
    }
}
