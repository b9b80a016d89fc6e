package io.memu4j.migrations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;

/** One PostgreSQL server per test JVM, from embedded binaries. */
final class EmbeddedServer {
    private static final Logger NOISE = Logger.getLogger("");
    private static EmbeddedPostgres server;

    private EmbeddedServer() {}

    /** Skips the calling test, loudly, where no binaries for this platform are on the class path. */
    static synchronized String freshDatabase() {
        try {
            if (server == null) {
                // A hundred lines about a cluster that lives for seconds.
                NOISE.setLevel(Level.WARNING);
                server = EmbeddedPostgres.builder()
                        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                        .start();
            }
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
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
