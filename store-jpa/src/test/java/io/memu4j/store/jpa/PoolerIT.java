package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A real PgBouncer in transaction mode, which gives each transaction to the next of three sessions. Skipped where the program
 * {@code pgbouncer} is not installed.
 */
class PoolerIT {
    private static final int WRITERS = 6;
    private static final int NOTES = 8;

    private final DatabaseConfig server = Postgres.freshDatabase();
    private Path folder;
    private Process pooler;
    private DatabaseConfig pooled;

    @BeforeEach
    void start() throws Exception {
        boolean installed = Stream.concat(
                        Arrays.stream(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "pgbouncer")));
        Assumptions.assumeTrue(installed, "pgbouncer is not installed");
        URI address = URI.create(Objects.requireNonNull(server.url()).substring("jdbc:".length()));
        int port = freePort();
        folder = Files.createTempDirectory("pooler");
        // Started by root it changes to a user that must be able to read this.
        folder.toFile().setReadable(true, false);
        folder.toFile().setExecutable(true, false);
        Path settings = Files.writeString(
                folder.resolve("pgbouncer.ini"),
                """
                [databases]
                * = host=127.0.0.1 port=%d user=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = 3
                server_round_robin = 1
                ignore_startup_parameters = extra_float_digits
                %s
                """
                        .formatted(address.getPort(), port, isRoot() ? "user = nobody" : ""));
        settings.toFile().setReadable(true, false);
        pooler = new ProcessBuilder(
                        "/usr/bin/env",
                        "PATH=" + System.getenv("PATH") + ":/usr/sbin",
                        "pgbouncer",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        String through = "jdbc:postgresql://127.0.0.1:" + port + address.getPath() + "?prepareThreshold=0";
        awaitAnswer(through);
        pooled = DatabaseConfig.postgresql(through, "postgres", "postgres").withMigrate(DatabaseConfig.Migrate.NEVER);
        JpaMemoryStore.open(server, java.time.Clock.systemUTC()).close(); // migrates past the pooler
    }

    @AfterEach
    void stop() throws Exception {
        if (pooler != null) {
            pooler.destroy();
            assertThat(pooler.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void everything_works_through_it_and_nothing_is_left_in_its_sessions() throws Exception {
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(pooled)
                .llm(LlmConfig.none())
                .blobs(BlobConfig.none())
                .build()) {
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                MemoryService memory = memu.service("user" + writer, "agent");
                writers.add(CompletableFuture.runAsync(() -> write(memory)));
            }
            writers.forEach(CompletableFuture::join);
            memu.admin().backup(folder.resolve("backup"));
            assertThat(memu.admin().health().store().problem()).isNull();
            for (int writer = 0; writer < WRITERS; writer++) {
                MemoryService memory = memu.service("user" + writer, "agent");
                assertThat(memory.counts().resources()).isEqualTo(NOTES);
                assertThat(memory.retrieve("Which house number?").isEmpty()).isFalse();
            }
            assertThat(settings("transaction_isolation")).containsExactly("read committed");
            assertThat(settings("lock_timeout")).containsExactly("0");
        }
    }

    private static void write(MemoryService memory) {
        for (int note = 0; note < NOTES; note++) {
            memory.memorize(MemorizeRequest.append(
                    "note" + note, List.of(ConversationMessage.user("I live in house number " + note + "."))));
            assertThat(memory.retrieve("Which house number?").isEmpty()).isFalse();
        }
    }

    /** The values that another program finds in the pooler's sessions. */
    private Set<String> settings(String name) throws SQLException {
        TreeSet<String> values = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(pooled.url(), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            for (int session = 0; session < 2 * WRITERS; session++) {
                try (ResultSet row = statement.executeQuery("show " + name)) {
                    row.next();
                    values.add(row.getString(1));
                }
            }
        }
        return values;
    }

    private void awaitAnswer(String url) throws Exception {
        SQLException last = null;
        for (int tries = 0; tries < 100 && pooler.isAlive(); tries++) {
            try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres")) {
                return;
            } catch (SQLException e) {
                last = e;
                pooler.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
        throw new AssertionError(Files.readString(folder.resolve("log")), last);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
