package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.ConfigurationException;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.ChangeSet;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL compares text by the collation and type of each column, which somebody else may have chosen. */
class PostgresqlComparisonIT {
    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.postgresql();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"varchar(255) collate inexact", "char(255)", "ids"})
    void column_that_takes_different_ids_for_the_same__refused(String type) throws SQLException {
        execute("create collation inexact (provider = icu, locale = 'und-u-ks-level2', deterministic = false)");
        execute("create domain ids as varchar(255) collate inexact");
        execute("alter table memu_pending_deletions alter column agent_id type " + type);
        assertThatThrownBy(() -> JpaMemoryStore.open(database.config(), Clock.systemUTC()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("memu_pending_deletions.agent_id")
                .hasMessageContaining("exactly");
        assertThatThrownBy(() -> JpaMemoryStore.open(database.jpa().database().source()))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void column_of_text_with_another_deterministic_collation__opened_and_exact() throws SQLException {
        execute("alter table memu_pending_deletions alter column agent_id type text collate \"en-x-icu\"");
        try (JpaMemoryStore store = JpaMemoryStore.open(database.config(), Clock.systemUTC())) {
            store.in(new MemoryScope("Zoë", "a"))
                    .apply(ChangeSet.builder().put(Rows.resource("chat")).build());
            for (String other : new String[] {"zoë", "Zoë", "Zoe", "Zoë ", "Zoe\u0308", "\uff3aoë"}) {
                assertThat(store.in(new MemoryScope(other, "a")).counts().resources())
                        .as(other)
                        .isEqualTo(other.equals("Zoë") ? 1 : 0);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.jpa().database().source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
