package io.memu4j.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.migrations.MigrationException.Reason;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationGuardTest {
    @TempDir
    private Path folder;

    @Test
    void nothing_is_migrated_while_somebody_else_holds_the_guard_file() throws Exception {
        Path file = folder.resolve("memu.db");
        Path guard = folder.resolve("memu.db.migrate.lock");
        String url = "jdbc:sqlite:" + file;
        try (FileChannel other = FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(other.tryLock()).isNotNull();

            assertThatThrownBy(() -> Migration.run(UrlTarget.of(url, null, null), Duration.ofMillis(200)))
                    .isInstanceOfSatisfying(MigrationException.class, e -> assertThat(e.reason())
                            .isEqualTo(Reason.IN_USE))
                    .hasMessageContaining(guard.toString());
            assertThat(file).doesNotExist();
        }

        assertThat(MemoryMigrations.migrate(url, null, null).after()).isEqualTo(MemoryMigrations.SCHEMA_VERSION);
        assertThat(guard).isEmptyFile();
    }

    @Test
    void a_mark_left_over_is_cleared_even_when_nothing_is_pending() throws Exception {
        TestDatabase database = TestDatabase.sqlite(folder);
        database.migrate();
        Path file = DatabaseFiles.of(database.url());
        Files.writeString(file.resolveSibling("memu.db.migrate.lock"), "killed");
        ApplicationLock.hold(database);

        assertThat(database.migrate().applied()).isEmpty();

        assertThat(MigrationGuard.isMarked(file)).isFalse();
        assertThat(ApplicationLock.isHeld(database)).isFalse();
    }

    @Test
    void an_h2_file_whose_first_migration_died_before_h2_had_made_its_tables_is_migrated() throws Exception {
        TestDatabase alive = TestDatabase.h2File(folder);
        TestDatabase killed = TestDatabase.h2File(folder);
        Path file = DatabaseFiles.of(killed.url());
        Files.createDirectories(file.getParent());
        try (Connection open = alive.connect()) {
            Files.copy(onDisk(DatabaseFiles.of(alive.url())), onDisk(file));
            assertThat(open.isValid(1)).isTrue();
        }
        Files.writeString(file.resolveSibling("memu.migrate.lock"), "killed");

        assertThat(killed.migrate().after()).isEqualTo(MemoryMigrations.SCHEMA_VERSION);

        assertThat(MigrationGuard.isMarked(file)).isFalse();
    }

    private static Path onDisk(Path database) {
        return database.resolveSibling(database.getFileName() + ".mv.db");
    }
}
