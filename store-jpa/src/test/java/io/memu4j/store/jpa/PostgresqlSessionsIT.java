package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.error.StoreException;
import io.memu4j.model.MemoryScope;
import io.memu4j.store.jpa.database.Database;
import io.memu4j.store.jpa.database.HealthProbe;
import io.memu4j.store.jpa.tx.ConnectionWork;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PostgreSQL as it is run: behind poolers, with time-outs, with servers that become read-only. */
class PostgresqlSessionsIT {
    private final DatabaseConfig database = Postgres.freshDatabase();

    @Test
    void nothing_that_is_set_for_a_transaction_stays_in_the_session() throws Exception {
        try (JpaMemoryStore store = open()) {
            var transactions = store.database().transactions();
            assertThat(transactions.snapshot(setting("transaction_isolation"))).isEqualTo("repeatable read");
            assertThat(transactions.write(setting("lock_timeout"))).isEqualTo("30s");
            assertThat(transactions.write(setting("transaction_isolation"))).isEqualTo("read committed");
            try (Connection connection = store.database().source().getConnection()) {
                assertThat(setting("default_transaction_isolation").on(connection))
                        .isEqualTo("read committed");
                assertThat(setting("lock_timeout").on(connection)).isEqualTo("0");
            }
        }
    }

    @Test
    void a_database_that_accepts_no_writes_is_down_and_serves_again_without_a_restart() throws Exception {
        try (JpaMemoryStore store = open()) {
            Runnable write = () -> store.database().transactions().write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.executeUpdate("update memu_schema set version = version");
                }
            });
            write.run();
            assertThat(store.health().problem()).isNull();
            String name = Objects.requireNonNull(database.url()).replaceFirst(".*/", "");
            sql("alter database " + name + " set default_transaction_read_only = on");
            terminateOthers();

            assertThat(store.health().problem()).contains("accepts no writes");
            assertThatThrownBy(() -> retried(write))
                    .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.isRetriable())
                            .isTrue())
                    .hasMessageContaining("accepts no writes");

            sql(
                    "set default_transaction_read_only = off",
                    "alter database " + name + " reset default_transaction_read_only");
            retried(write, "accepts no writes");
            assertThat(store.health().problem()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "25P03,true,idle",
        "57014,true,took too long",
        "26000,true,pooler",
        "53100,true,room on its disk",
        "53300,true,no connection left",
        "42501,false,right",
        "28000,false,pg_hba.conf",
        "3D000,false,Check the name",
        "22023,false,time zone",
        "57P03,true,starting"
    })
    void a_cause_has_its_sentence(String state, boolean retriable, String words) {
        try (JpaMemoryStore store = open()) {
            assertThatThrownBy(() -> store.database().transactions().write(raising(state)))
                    .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.isRetriable())
                            .isEqualTo(retriable))
                    .hasMessageContaining(words)
                    .hasMessageNotContaining("see the cause");
            assertThat(store.in(new MemoryScope("ana", "agent")).counts().isEmpty())
                    .isTrue();
        }
    }

    @Test
    void a_wrong_password_and_a_missing_database_are_told() {
        for (var wrong : List.of(
                List.of(database.url() + "x", "is not there"),
                List.of(
                        Objects.requireNonNull(database.url()).replace("localhost", "no.such.host.invalid"),
                        "no.such.host.invalid"))) {
            assertThatThrownBy(() -> JpaMemoryStore.open(
                            DatabaseConfig.postgresql(wrong.get(0), "postgres", "postgres"), Clock.systemUTC()))
                    .hasMessageContaining(wrong.get(1));
        }
    }

    @Test
    void health_answers_while_the_server_hangs() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                JpaMemoryStore store = open();
                HikariDataSource pool = poolOf("jdbc:postgresql://localhost:" + silent.getLocalPort() + "/x")) {
            var probe = new HealthProbe(new Database(
                    store.database().kind(),
                    "PostgreSQL database",
                    null,
                    pool,
                    store.database().transactions(),
                    store.database().dialect()));
            long begun = System.nanoTime();
            assertThatThrownBy(probe::run).isInstanceOf(StoreException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static HikariDataSource poolOf(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setInitializationFailTimeout(-1);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** The pool has connections that were ended: each of them is lost once. */
    private static void retried(Runnable call) {
        retried(call, "did not answer");
    }

    /** Calls again where the failure is passing, once for each connection that the pool may have. */
    private static void retried(Runnable call, String passing) {
        for (int lost = 0; ; lost++) {
            try {
                call.run();
                return;
            } catch (StoreException e) {
                String message = String.valueOf(e.getMessage());
                if (lost == 12 || !(message.contains(passing) || message.contains("did not answer"))) {
                    throw e;
                }
            }
        }
    }

    private JpaMemoryStore open() {
        return JpaMemoryStore.open(database, Clock.systemUTC());
    }

    private static ConnectionWork<String> setting(String name) {
        return connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("show " + name)) {
                row.next();
                return row.getString(1);
            }
        };
    }

    private static ConnectionWork<Boolean> raising(String state) {
        return connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(
                        "do $$ begin raise exception 'raised by a test' using errcode = '" + state + "'; end $$");
            }
        };
    }

    private void terminateOthers() throws SQLException {
        sql(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
