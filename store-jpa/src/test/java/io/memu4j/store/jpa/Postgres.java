package io.memu4j.store.jpa;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.DatabaseConfig.Migrate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;

/** One PostgreSQL server per test JVM, from embedded binaries. */
final class Postgres {
    private static EmbeddedPostgres server;

    private Postgres() {}

    /** Skips the calling test, loudly, where no binaries for this platform are on the class path. */
    static synchronized DatabaseConfig freshDatabase() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start();
            }
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            String url = "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
            return DatabaseConfig.postgresql(url, "postgres", "postgres").withMigrate(Migrate.ON_OPEN);
        } catch (IllegalStateException | IOException e) {
            if (!String.valueOf(e.getMessage()).contains("Missing embedded postgres binaries")) {
                throw new AssertionError("The embedded PostgreSQL did not start", e);
            }
            System.err.println(
                    "!!! SKIPPED: no embedded PostgreSQL binaries for this platform. NOT TESTED on PostgreSQL.");
            Assumptions.abort("no embedded PostgreSQL for this platform");
            throw new AssertionError(e);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
