package io.memu4j.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.migrations.ChildJvm.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import liquibase.integration.commandline.LiquibaseCommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The changelog from the Liquibase command line, as a process of its own without a line of our code. */
class LiquibaseCommandLineIT {
    private static final int CHANGE_SETS = ExpectedChangeSets.all().size();

    @TempDir
    private Path folder;

    @Test
    void on_sqlite_every_command_does_what_it_says() throws Exception {
        TestDatabase database = TestDatabase.sqlite(folder);
        Files.createDirectories(DatabaseFiles.of(database.url()).getParent());
        everyCommand(database, MemoryMigrations.CHANGELOG, 0);
    }

    @Test
    void on_h2_every_command_does_what_it_says() throws Exception {
        everyCommand(TestDatabase.h2File(folder), MemoryMigrations.CHANGELOG, 0);
    }

    @Test
    void on_postgresql_every_command_does_what_it_says_beside_an_applications_own_tables() throws Exception {
        TestDatabase database = TestDatabase.postgresql();

        everyCommand(database, "application-with-memory.xml", 2);

        assertThat(database.query("select count(*) from orders")).containsExactly("0");
    }

    /** @param others change sets in the changelog that are not ours */
    private void everyCommand(TestDatabase database, String changelog, int others) throws Exception {
        assertThat(liquibase(database, changelog, "status"))
                .contains(CHANGE_SETS + others + " changesets have not been applied");
        assertThat(liquibase(database, changelog, "update-sql"))
                .containsPattern("CREATE TABLE (PUBLIC\\.|public\\.)?memu_items")
                .contains("memu_items_scope_fk", "INSERT INTO ", "memu_schema");
        assertThat(memuTables(database)).as("status and update-sql only tell").isEmpty();

        liquibase(database, changelog, "update");
        assertThat(database.status().upToDate()).isTrue();
        assertThat(database.migrate().applied()).isEmpty();

        liquibase(database, changelog, "rollback-count", "--count=" + CHANGE_SETS);
        assertThat(memuTables(database)).isEmpty();
        assertThat(database.query("select id from databasechangelog where filename like 'io/memu4j/%'"))
                .isEmpty();

        assertThat(database.migrate().applied()).hasSize(CHANGE_SETS);
    }

    private String liquibase(TestDatabase database, String changelog, String... command) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--changelog-file=" + changelog, "--url=" + database.url()));
        if (database.user() != null) {
            arguments.add("--username=" + database.user());
            arguments.add("--password=" + database.password());
        }
        arguments.addAll(List.of(command));
        Ended ended = ChildJvm.start(
                        folder,
                        LiquibaseCommandLine.class,
                        List.of("-Dliquibase.analytics.enabled=false"),
                        arguments.toArray(new String[0]))
                .await();
        assertThat(ended.exit()).as(ended.output()).isZero();
        return ended.output();
    }

    private static List<String> memuTables(TestDatabase database) throws Exception {
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.connect();
                ResultSet found = connection.getMetaData().getTables(null, null, null, new String[] {"TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (name.startsWith("memu_")) {
                    tables.add(name);
                }
            }
        }
        return tables;
    }
}
