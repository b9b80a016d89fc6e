package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.admin.PurgeOutcome;
import io.memu4j.config.DatabaseConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** PostgreSQL skips the tables of another role with a warning. */
class PurgeByAnotherRoleIT {
    @Test
    void a_role_that_owns_no_table_is_told_that_nothing_was_rewritten() throws Exception {
        DatabaseConfig owner = Postgres.freshDatabase();
        JpaMemoryStore.open(owner, Clock.systemUTC()).close();
        String role = "app_" + Long.toHexString(System.nanoTime());
        sql(
                owner,
                "create role " + role + " login password 'app'",
                "grant select, insert, update, delete on all tables in schema public to " + role);

        PurgeOutcome outcome = purge(DatabaseConfig.postgresql(owner.url(), role, "app"));
        assertThat(outcome.done()).isFalse();
        assertThat(outcome.explanation()).startsWith("Not done, because").contains("another role");
        assertThat(purge(owner).done()).isTrue();

        sql(owner, "alter table memu_passages owner to " + role, "grant all on memu_passages to postgres");
        assertThat(purge(DatabaseConfig.postgresql(owner.url(), role, "app")).explanation())
                .contains("did not rewrite " + 10 + " of " + 11 + " tables");
    }

    @Test
    void an_empty_schema_in_front_of_the_search_path_hides_no_table() throws Exception {
        DatabaseConfig owner = Postgres.freshDatabase();
        JpaMemoryStore.open(owner, Clock.systemUTC()).close();
        sql(owner, "create schema front");
        String before = file(owner);

        PurgeOutcome outcome =
                purge(DatabaseConfig.postgresql(owner.url() + "?currentSchema=front,public", "postgres", "postgres"));

        assertThat(outcome.done()).isTrue();
        assertThat(file(owner)).isNotEqualTo(before);
    }

    private static PurgeOutcome purge(DatabaseConfig config) {
        try (JpaMemoryStore store = JpaMemoryStore.open(config, Clock.systemUTC())) {
            return store.purge();
        }
    }

    private static String file(DatabaseConfig database) throws Exception {
        try (Connection connection = DriverManager.getConnection(database.url(), "postgres", "postgres");
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select pg_relation_filenode('memu_passages')")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void sql(DatabaseConfig database, String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection(database.url(), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
