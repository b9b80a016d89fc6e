package io.memu4j.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds on every database. */
abstract class MigrationContract {
    private TestDatabase database;

    abstract TestDatabase freshDatabase();

    @BeforeEach
    void open() {
        database = freshDatabase();
    }

    @Test
    void a_fresh_database_is_migrated_and_then_up_to_date() throws SQLException {
        MigrationStatus before = database.status();
        assertThat(before.found()).isZero();
        assertThat(before.upToDate()).isFalse();
        assertThat(before.pending()).isEqualTo(ExpectedChangeSets.ids()).hasSizeGreaterThan(10);

        MigrationReport report = database.migrate();

        assertThat(report).isEqualTo(new MigrationReport(0, 1, ExpectedChangeSets.ids()));
        assertThat(database.status()).isEqualTo(new MigrationStatus(1, 1, 1, List.of()));
        assertThat(database.status().upToDate()).isTrue();
        assertThat(database.query("select version from memu_schema")).containsExactly("1");
        database.validate();
    }

    @Test
    void a_second_migration_changes_nothing() throws SQLException {
        database.migrate();
        List<String> ran = database.query("select id from databasechangelog order by orderexecuted");

        assertThat(database.migrate()).isEqualTo(new MigrationReport(1, 1, List.of()));

        assertThat(database.query("select id from databasechangelog order by orderexecuted"))
                .isEqualTo(ran)
                .isEqualTo(ExpectedChangeSets.ids());
    }
}
