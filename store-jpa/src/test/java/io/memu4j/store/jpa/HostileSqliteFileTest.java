package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.error.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQLite files whose schema decides what is read or written in the place of a table of memory. */
class HostileSqliteFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void ourFile() {
        file = folder.resolve("memu.db");
        open().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create trigger more after insert on memu_items begin delete from memu_scopes; end",
                "create trigger memu_more after insert on MEMU_ITEMS begin select 1; end",
                "alter table memu_schema rename to shown; create view memu_schema as select * from shown",
                "create view memu_more as select 1",
                "create virtual table memu_more using fts5(x)",
                "create view databasechangelog_more as select 1"
            })
    void a_view_or_a_trigger_among_our_tables_is_refused(String planted) throws SQLException {
        run(planted);

        assertThatThrownBy(() -> open().close())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has the place of a table of memory");
    }

    @Test
    void views_and_triggers_of_the_application_stay_its_own() throws SQLException {
        run("create table orders(n int); create view open_orders as select * from orders;"
                + " create trigger t after insert on orders begin update orders set n = n + 1; end");

        assertThatCode(() -> open().close()).doesNotThrowAnyException();
    }

    @Test
    void the_schema_of_a_file_is_not_trusted() {
        try (JpaMemoryStore store = open()) {
            int trusted = store.database().transactions().read(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("PRAGMA trusted_schema")) {
                    row.next();
                    return row.getInt(1);
                }
            });
            assertThat(trusted).isZero();
        }
    }

    private JpaMemoryStore open() {
        return JpaMemoryStore.open(DatabaseConfig.sqlite(file), Clock.systemUTC());
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
