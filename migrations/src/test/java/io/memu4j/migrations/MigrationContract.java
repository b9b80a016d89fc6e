package io.memu4j.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.migrations.MigrationException.Reason;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds on every database. */
abstract class MigrationContract {
    private static final String RECORDED = "select id || '|' || author || '|' || filename from databasechangelog"
            + " where filename like 'io/memu4j/%' order by orderexecuted";

    TestDatabase database;

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

        assertThat(report).isEqualTo(new MigrationReport(0, 2, ExpectedChangeSets.ids()));
        assertThat(database.status()).isEqualTo(new MigrationStatus(2, 2, 2, List.of()));
        assertThat(database.status().upToDate()).isTrue();
        assertThat(database.query("select version from memu_schema"))
                .containsExactly(String.valueOf(MemoryMigrations.SCHEMA_VERSION));
        assertThatCode(database::validate).doesNotThrowAnyException();
    }

    @Test
    void what_the_fast_path_expects_is_what_liquibase_records() throws SQLException {
        database.migrate();

        assertThat(database.query(RECORDED))
                .isEqualTo(ExpectedChangeSets.all().stream()
                        .map(set -> set.id() + "|" + set.author() + "|" + set.path())
                        .toList());
    }

    @Test
    void a_second_migration_changes_nothing() throws SQLException {
        database.migrate();
        List<String> recorded = database.query(RECORDED);

        assertThat(database.migrate()).isEqualTo(new MigrationReport(2, 2, List.of()));

        assertThat(database.query(RECORDED)).isEqualTo(recorded);
    }

    @Test
    void the_application_keeps_its_own_change_sets_in_the_same_database() throws Exception {
        ApplicationLiquibase.update(database, "application-changelog.xml");
        assertThat(database.status().pending()).isEqualTo(ExpectedChangeSets.ids());

        assertThat(database.migrate().applied()).isEqualTo(ExpectedChangeSets.ids());

        ApplicationLiquibase.update(database, "application-changelog.xml");
        assertThat(database.migrate().applied()).isEmpty();
        assertThat(database.query("select count(*) from databasechangelog"))
                .containsExactly(String.valueOf(ExpectedChangeSets.all().size() + 2));
        assertThat(database.query("select count(*) from orders")).containsExactly("0");
    }

    @Test
    void liquibase_run_by_somebody_else_is_as_good() throws Exception {
        ApplicationLiquibase.update(database, MemoryMigrations.CHANGELOG);

        assertThat(database.status().upToDate()).isTrue();
        assertThat(database.migrate().applied()).isEmpty();
    }

    @Test
    void liquibase_run_by_somebody_else_afterwards_finds_the_same_checksums() throws Exception {
        database.migrate();

        ApplicationLiquibase.update(database, MemoryMigrations.CHANGELOG);

        assertThat(database.query("select count(*) from databasechangelog"))
                .containsExactly(String.valueOf(ExpectedChangeSets.all().size()));
    }

    @Test
    void a_schema_made_without_liquibase_is_judged_by_its_version() throws Exception {
        database.migrate();
        database.execute("drop table databasechangelog", "drop table databasechangeloglock");

        assertThat(database.status()).isEqualTo(new MigrationStatus(2, 2, 2, List.of()));
        assertThat(database.migrate().applied()).isEmpty();
        assertThatThrownBy(() -> database.query("select count(*) from databasechangelog"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void every_change_set_can_be_rolled_back_and_run_again() throws Exception {
        database.migrate();

        ApplicationLiquibase.rollback(
                database, MemoryMigrations.CHANGELOG, ExpectedChangeSets.all().size());

        assertThat(database.status().found()).isZero();
        assertThat(database.migrate().applied()).isEqualTo(ExpectedChangeSets.ids());
    }

    @Test
    void a_statement_that_ran_but_was_not_recorded_is_not_run_twice() throws Exception {
        database.migrate();
        List<String> lost = List.of("0.1.0-2-scopes", "0.1.0-2-items-by-created", "0.2.0-9-version");
        for (String id : lost) {
            database.execute("delete from databasechangelog where id = '" + id + "'");
        }
        assertThat(database.status().pending()).isEqualTo(lost);
        assertThatThrownBy(database::validate).hasMessageContaining("3 change sets are pending");

        assertThat(database.migrate().applied()).isEqualTo(lost);

        assertThat(database.status().upToDate()).isTrue();
        assertThat(database.query("select count(*) from memu_schema")).containsExactly("1");
    }

    @Test
    void a_newer_schema_is_used_when_it_is_marked_compatible() throws Exception {
        database.migrate();
        database.execute("update memu_schema set version = 7, compatible_from = 2");

        assertThat(database.status().newer()).isTrue();
        assertThat(database.status().upToDate()).isTrue();
        assertThatCode(database::validate).doesNotThrowAnyException();
        assertThat(database.migrate()).isEqualTo(new MigrationReport(7, 7, List.of()));
    }

    @Test
    void a_newer_schema_is_refused_when_it_is_not_compatible() throws Exception {
        database.migrate();
        database.execute("update memu_schema set version = 7, compatible_from = 5");

        assertThat(database.status().upToDate()).isFalse();
        for (Runnable call : List.<Runnable>of(database::validate, database::migrate)) {
            assertThatThrownBy(call::run)
                    .isInstanceOfSatisfying(MigrationException.class, e -> assertThat(e.reason())
                            .isEqualTo(Reason.SCHEMA_DOES_NOT_FIT))
                    .hasMessageContaining("schema version 7")
                    .hasMessageContaining("version 5 or later")
                    .hasMessageContaining("Upgrade");
        }
    }

    @Test
    void validate_names_the_remedy_for_a_database_without_schema() {
        assertThatThrownBy(database::validate)
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.SCHEMA_DOES_NOT_FIT))
                .hasMessageContaining("memu migrate")
                .hasMessageContaining(MemoryMigrations.CHANGELOG);
    }

    @Test
    void tables_dropped_behind_the_back_of_liquibase_are_reported_not_hidden() throws Exception {
        database.migrate();
        database.execute("drop table memu_schema");

        assertThatThrownBy(database::migrate).hasMessageContaining("removed by hand");
    }

    @Test
    void threads_that_migrate_at_once_all_succeed() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<MigrationReport> migrate = database::migrate;
            int ran = 0;
            for (Future<MigrationReport> report : threads.invokeAll(List.of(migrate, migrate, migrate, migrate))) {
                assertThat(report.get().after()).isEqualTo(MemoryMigrations.SCHEMA_VERSION);
                ran += report.get().applied().size();
            }
            assertThat(ran).isEqualTo(ExpectedChangeSets.all().size());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_data_source_lends_one_connection_and_gets_it_back_as_it_was() throws Exception {
        for (boolean autoCommit : new boolean[] {true, false}) {
            TestDatabase fresh = freshDatabase();
            LendingDataSource lending = new LendingDataSource(fresh, autoCommit);

            assertThat(MemoryMigrations.migrate(lending).applied()).isEqualTo(ExpectedChangeSets.ids());
            assertThat(lending.lent()).isEqualTo(1);
            assertThat(lending.autoCommitWhenReturned()).containsExactly(autoCommit);

            assertThat(MemoryMigrations.status(lending).upToDate()).isTrue();
            MemoryMigrations.validate(lending);
            assertThat(lending.autoCommitWhenReturned()).containsExactly(autoCommit, autoCommit, autoCommit);
            assertThat(fresh.query("select count(*) from memu_schema")).containsExactly("1");
        }
    }

    @Test
    void a_lock_that_somebody_holds_is_respected_and_the_remedy_named() throws Exception {
        database.migrate();
        database.execute("delete from databasechangelog where id = '0.2.0-9-version'");
        ApplicationLock.hold(database);

        assertThatThrownBy(() -> Migration.run(
                        UrlTarget.of(database.url(), database.user(), database.password()), Duration.ofMillis(300)))
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.IN_USE))
                .hasMessageContaining("build-server since")
                .hasMessageContaining("release-locks");

        assertThat(ApplicationLock.isHeld(database)).isTrue();
        String remedy =
                "UPDATE DATABASECHANGELOGLOCK SET LOCKED = FALSE, LOCKGRANTED = NULL, LOCKEDBY = NULL WHERE ID = 1";
        assertThat(LiquibaseLock.held("x", null)).hasMessageContaining(remedy);
        database.execute(remedy.toLowerCase(Locale.ROOT));
        assertThat(database.migrate().applied()).containsExactly("0.2.0-9-version");
    }
}
