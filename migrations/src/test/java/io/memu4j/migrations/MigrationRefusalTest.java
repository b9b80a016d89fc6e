package io.memu4j.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.migrations.MigrationException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked for cannot work: one sentence says why and what to do, and nothing is left behind. */
class MigrationRefusalTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:file:memu.db",
                "jdbc:sqlite:memu.db?journal_mode=DELETE",
                "jdbc:mysql://localhost/memu",
                "memu.db"
            })
    void a_url_that_is_not_of_a_supported_database_is_refused(String url) {
        assertThatThrownBy(() -> MemoryMigrations.migrate(url, null, null)).satisfies(configuration("jdbc:sqlite:"));
    }

    @Test
    void another_product_behind_a_data_source_is_refused() {
        TestDatabase h2 = TestDatabase.h2Memory();
        LendingDataSource mysql = new LendingDataSource(h2, true).as("MySQL");

        assertThatThrownBy(() -> MemoryMigrations.migrate(mysql))
                .satisfies(configuration("The database is MySQL"))
                .hasMessageContaining("SQLite, H2 or PostgreSQL");
        assertThat(h2.status().found()).isZero();
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_alone() throws Exception {
        Path file = folder.resolve("notes.txt");
        String text = "These are notes, not a database. ".repeat(100);
        Files.writeString(file, text);
        String url = "jdbc:sqlite:" + file;

        assertThatThrownBy(() -> MemoryMigrations.migrate(url, null, null))
                .satisfies(configuration("is not a SQLite database"))
                .hasMessageContaining("notes.txt");
        assertThatThrownBy(() -> MemoryMigrations.status(url, null, null))
                .satisfies(configuration("is not a SQLite database"));
        assertThat(file).hasContent(text);
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> MemoryMigrations.migrate("jdbc:sqlite:" + file.resolve("memu.db"), null, null))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("memu.db")
                .hasMessageContaining("Make its folder writable");
    }

    @Test
    void wrong_credentials_are_said_without_repeating_them() {
        TestDatabase database = TestDatabase.h2File(folder);
        database.migrate();

        assertThatThrownBy(() -> MemoryMigrations.status(database.url(), "sa", "open sesame"))
                .satisfies(configuration("refused the user name or the password"))
                .hasMessageNotContaining("sesame");
    }

    @Test
    void looking_at_a_database_that_does_not_exist_does_not_create_it() {
        for (TestDatabase database : new TestDatabase[] {TestDatabase.sqlite(folder), TestDatabase.h2File(folder)}) {
            assertThat(database.status().found()).isZero();
            assertThatThrownBy(database::validate).hasMessageContaining("no complete memu4j schema");
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static Consumer<Throwable> configuration(String text) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFIGURATION))
                .hasMessageContaining(text);
    }
}
