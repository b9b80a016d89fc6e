package io.memu4j.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.migrations.ChildJvm.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several processes on one database, and one that dies. */
class MigrationProcessIT {
    private static final String ALL = "applied " + ExpectedChangeSets.all().size();

    @TempDir
    private Path folder;

    @Test
    void two_processes_that_start_at_once_on_a_fresh_sqlite_file_both_succeed() throws Exception {
        twoAtOnce(TestDatabase.sqlite(folder));
    }

    @Test
    void two_processes_that_start_at_once_on_a_fresh_postgresql_database_both_succeed() throws Exception {
        twoAtOnce(TestDatabase.postgresql());
    }

    private void twoAtOnce(TestDatabase database) throws Exception {
        Path go = Files.createTempDirectory(folder, "go").resolve("go");
        ChildJvm one = migrating(database, go.toString());
        ChildJvm two = migrating(database, go.toString());
        while (waiting(go) < 2) {
            Thread.sleep(5);
        }
        Files.createFile(go);

        List<Ended> ended = List.of(one.await(), two.await());

        assertThat(ended).extracting(Ended::output).containsExactlyInAnyOrder(ALL, "applied 0");
        assertThat(database.status().upToDate()).isTrue();
    }

    private static long waiting(Path go) throws Exception {
        try (Stream<Path> files = Files.list(go.getParent())) {
            return files.count();
        }
    }

    @Test
    void a_second_process_on_an_h2_file_is_told_so() throws Exception {
        TestDatabase database = TestDatabase.h2File(folder);
        database.migrate();
        try (Connection open = database.connect()) {
            Ended second = migrating(database).await();

            assertThat(open.isValid(1)).isTrue();
            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.output().lines())
                    .singleElement()
                    .asString()
                    .startsWith("IN_USE: The database " + DatabaseFiles.of(database.url()))
                    .contains("opened by another process", "use SQLite or PostgreSQL");
        }
        assertThat(migrating(database).await()).isEqualTo(new Ended(0, "applied 0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            before | CREATE TABLE
            after  | CREATE TABLE memu_items
            before | '0.1.0-2-items'
            after  | '0.1.0-2-items'
            before | '0.1.0-2-items-by-created'
            after  | INTO memu_schema
            before | '0.1.0-2-schema-version'
            before | UPDATE DATABASECHANGELOGLOCK SET LOCKED = 0
            """)
    void a_migration_killed_anywhere_is_finished_by_the_next_on_sqlite(String when, String statement) throws Exception {
        killedAndFinished(TestDatabase.sqlite(folder), "-", when, statement);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            after  | CREATE TABLE PUBLIC.memu_items
            before | '0.1.0-2-items'
            before | '0.1.0-2-schema-version'
            """)
    void a_migration_killed_anywhere_is_finished_by_the_next_on_an_h2_file(String when, String statement)
            throws Exception {
        killedAndFinished(TestDatabase.h2File(folder), "sa", when, statement);
    }

    private void killedAndFinished(TestDatabase database, String user, String when, String statement) throws Exception {
        Files.createDirectories(DatabaseFiles.of(database.url()).getParent());
        Ended killed = ChildJvm.start(folder, HaltMain.class, List.of(), database.url(), user, when, statement)
                .await();
        assertThat(killed.exit()).as(killed.output()).isEqualTo(HaltMain.HALTED);

        database.migrate();

        assertThat(database.status().upToDate()).isTrue();
        assertThat(ApplicationLock.isHeld(database)).isFalse();
        assertThat(MigrationGuard.isMarked(DatabaseFiles.of(database.url()))).isFalse();
        assertThat(database.migrate().applied()).isEmpty();
    }

    @Test
    void a_first_migration_prints_nothing() throws Exception {
        assertThat(migrating(TestDatabase.sqlite(folder)).await()).isEqualTo(new Ended(0, ALL));
        assertThat(migrating(TestDatabase.h2File(folder)).await()).isEqualTo(new Ended(0, ALL));
    }

    @Test
    void a_changelog_that_is_on_the_class_path_twice_counts_once() throws Exception {
        Path twin = Files.createDirectories(folder.resolve("twin"));
        for (String name : List.of("memu4j.xml", "0.1.0.xml", "0.2.0.xml")) {
            String path = "io/memu4j/db/changelog/" + name;
            Files.createDirectories(twin.resolve(path).getParent());
            try (var changelog = MemoryMigrations.class.getResourceAsStream("/" + path)) {
                Files.copy(changelog, twin.resolve(path));
            }
        }
        TestDatabase database = TestDatabase.sqlite(folder);

        assertThat(ChildJvm.startWithAlso(folder, twin, MigrateMain.class, database.url(), "-", "")
                        .await())
                .isEqualTo(new Ended(0, ALL));
    }

    @Test
    void when_nothing_is_pending_no_class_of_liquibase_is_loaded() throws Exception {
        TestDatabase database = TestDatabase.sqlite(folder);
        assertThat(loadedClasses(database)).contains(" liquibase.");

        assertThat(loadedClasses(database))
                .contains(SchemaReader.class.getName())
                .doesNotContain(" liquibase.");
    }

    private String loadedClasses(TestDatabase database) throws Exception {
        Ended ended = ChildJvm.start(folder, MigrateMain.class, List.of("-Xlog:class+load"), database.url(), "-", "")
                .await();
        assertThat(ended.exit()).isZero();
        return ended.output();
    }

    @Test
    void without_liquibase_an_up_to_date_schema_is_fine_and_a_missing_one_names_the_artifact() throws Exception {
        TestDatabase database = TestDatabase.sqlite(folder);

        Ended fresh = ChildJvm.startWithoutLiquibase(folder, MigrateMain.class, database.url(), "-", "")
                .await();
        assertThat(fresh.exit()).isEqualTo(1);
        assertThat(fresh.output()).startsWith("CONFIGURATION: ").contains("Add org.liquibase:liquibase-core");

        database.migrate();
        assertThat(ChildJvm.startWithoutLiquibase(folder, MigrateMain.class, database.url(), "-", "")
                        .await())
                .isEqualTo(new Ended(0, "applied 0"));
    }

    private ChildJvm migrating(TestDatabase database, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                database.url(),
                database.user() == null ? "-" : database.user(),
                database.password() == null ? "" : database.password()));
        arguments.addAll(List.of(more));
        return ChildJvm.start(folder, MigrateMain.class, List.of(), arguments.toArray(String[]::new));
    }
}
