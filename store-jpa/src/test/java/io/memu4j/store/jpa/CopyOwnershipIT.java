package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryBackup;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.Confirmation;
import io.memu4j.admin.RestoreOptions;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.DatabaseConfig.Migrate;
import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import io.memu4j.internal.value.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that keep copies of sources in one folder: whatever one of them deletes, the others have theirs. */
class CopyOwnershipIT {
    @TempDir
    Path folder;

    private Path copies;

    @BeforeEach
    void placeForCopies() {
        copies = folder.resolve("resources");
    }

    @Test
    void two_schemas_of_one_database_leave_each_other_alone() throws Exception {
        DatabaseConfig server = Postgres.freshDatabase();
        sql(server, "create schema s1", "create schema s2");
        untouched(inSchema(server, "s1").filled(), inSchema(server, "s2").filled());
    }

    @Test
    void two_databases_of_one_server_leave_each_other_alone() {
        untouched(
                memory(Postgres.freshDatabase()).filled(),
                memory(Postgres.freshDatabase()).filled());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void two_files_leave_each_other_alone(String kind) {
        untouched(memory(file(kind, "one")).filled(), memory(file(kind, "two")).filled());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void a_renamed_file_keeps_its_copies(String kind) throws IOException {
        BackedUpMemory memory = memory(file(kind, "one")).filled();
        Map<String, Object> before = memory.contents();
        Files.move(main(kind, "one"), main(kind, "two"));
        BackedUpMemory renamed = memory(file(kind, "two"));

        assertThat(renamed.contents()).isEqualTo(before);
        assertThat(renamed.doctor(true).findings()).isEmpty();
        assertThat(folders()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void a_file_that_was_copied_gets_copies_of_its_own(String kind) throws IOException {
        BackedUpMemory original = memory(file(kind, "one")).filled();
        Files.copy(main(kind, "one"), main(kind, "two"));
        BackedUpMemory copied = memory(file(kind, "two"));

        assertThat(copied.contents()).isEqualTo(original.contents());
        assertThat(folders()).hasSize(2);
        untouched(original, copied);
        assertThat(original.contents()).isEmpty();
    }

    @Test
    void a_database_made_from_another_as_a_template_gets_copies_of_its_own() throws Exception {
        DatabaseConfig server = Postgres.freshDatabase();
        BackedUpMemory original = memory(server).filled();
        String url = Objects.requireNonNull(server.url());
        String name = url.substring(url.lastIndexOf('/') + 1);
        sql(Postgres.freshDatabase(), "create database " + name + "c template " + name);
        BackedUpMemory copied = memory(DatabaseConfig.postgresql(url + "c", "postgres", "postgres"));

        assertThat(copied.contents()).isEqualTo(original.contents());
        untouched(original, copied);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2", "postgresql"})
    void databases_restored_from_one_backup_leave_each_other_alone(String kind) {
        BackedUpMemory original = memory(file(kind, "one")).filled();
        try (MemoryServiceFactory memu = original.open()) {
            memu.admin().backup(folder.resolve("backup"));
        }
        BackedUpMemory second = restored(file(kind, "two"));
        BackedUpMemory third = restored(file(kind, "three"));

        assertThat(second.contents()).isEqualTo(original.contents());
        untouched(original, second);
        untouched(second, third);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void copies_of_an_earlier_version_are_taken_over(String kind) throws IOException {
        BackedUpMemory memory = memory(file(kind, "one")).filled();
        Map<String, Object> before = memory.contents();
        asEarlierVersion(memory, "../one" + (kind.equals("h2") ? "" : ".db"));

        assertThat(memory.contents()).isEqualTo(before);
        assertThat(memory.doctor(true).findings()).allMatch(Finding::fixed);
        assertThat(memory.doctor(false).findings()).isEmpty();
        assertThat(folders()).containsExactly(memory.ownBlobs());
    }

    @Test
    void copies_that_two_databases_of_an_earlier_version_share_are_linked_and_left() throws IOException {
        BackedUpMemory one = memory(file("sqlite", "one")).filled();
        BackedUpMemory two = memory(file("sqlite", "two")).filled();
        List<Map<String, Object>> before = List.of(one.contents(), two.contents());
        asEarlierVersion(one, "../one.db");
        asEarlierVersion(two, "../two.db");

        assertThat(one.doctor(true).findings())
                .filteredOn(finding -> !finding.fixed()) // the files of the earlier version were open to others
                .extracting(Finding::area)
                .containsOnly(Area.COPIES);
        erase(one);
        assertThat(one.contents()).isEmpty();
        assertThat(two.contents()).isEqualTo(before.get(1));
        assertThat(two.doctor(true).findings()).singleElement().matches(finding -> finding.problem()
                .contains("an earlier version"));
    }

    @Test
    void a_symbolic_link_leads_to_the_copies_of_the_file() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real"));
        Path app = Files.createDirectories(folder.resolve("app"));
        Path link = Files.createSymbolicLink(app.resolve("memu.db"), Path.of("../real/memu.db"));
        DatabaseConfig byLink = DatabaseConfig.sqlite(link);
        assertThat(BlobConfig.beside(byLink))
                .as("before the file exists")
                .isEqualTo(BlobConfig.beside(DatabaseConfig.sqlite(real.resolve("memu.db"))));
        BackedUpMemory linked = new BackedUpMemory(
                        byLink, Objects.requireNonNull(BlobConfig.beside(byLink).folder()))
                .filled();
        BackedUpMemory direct =
                new BackedUpMemory(DatabaseConfig.sqlite(real.resolve("memu.db")), real.resolve("resources"));

        assertThat(direct.contents()).isEqualTo(linked.contents());
        assertThat(direct.doctor(true).findings()).isEmpty();
        assertThat(app).isDirectoryNotContaining("glob:**resources*");
    }

    /** After the first one was examined, repaired, emptied and reset. */
    private static void untouched(BackedUpMemory first, BackedUpMemory second) {
        Map<String, Object> before = second.contents();
        assertThat(first.doctor(true).findings()).isEmpty();
        erase(first);
        assertThat(first.doctor(true).findings()).isEmpty();
        assertThat(first.contents()).isEmpty();
        assertThat(second.contents()).isEqualTo(before);
        assertThat(second.doctor(true).findings()).isEmpty();
    }

    private static void erase(BackedUpMemory memory) {
        try (MemoryServiceFactory memu = memory.open()) {
            memu.admin().eraseScope(BackedUpMemory.ANA);
            memu.admin().reset(Confirmation.DELETE_ALL_MEMORY);
        }
    }

    private BackedUpMemory restored(DatabaseConfig into) {
        MemoryBackup.restore(folder.resolve("backup"), RestoreOptions.into(into).withBlobs(BlobConfig.folder(copies)));
        return memory(into);
    }

    /** All copies right in the folder, and a mark by address. */
    private void asEarlierVersion(BackedUpMemory memory, String mark) throws IOException {
        Path own = memory.ownBlobs();
        try (Stream<Path> scopes = Files.list(own)) {
            for (Path scope : scopes.toList()) {
                Path target = Files.createDirectories(copies.resolve(scope.getFileName()));
                try (Stream<Path> files = Files.list(scope)) {
                    for (Path file : files.toList()) {
                        Files.move(file, target.resolve(file.getFileName()));
                    }
                }
                Files.delete(scope);
            }
        }
        Path marks = folder.resolve("resources.databases");
        Files.delete(marks.resolve(own.getFileName()));
        Files.delete(own);
        Files.writeString(marks.resolve(Digests.sha256(mark).substring(0, 16)), mark);
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(copies)) {
            return all.toList();
        }
    }

    private BackedUpMemory memory(DatabaseConfig database) {
        return new BackedUpMemory(database, copies);
    }

    private DatabaseConfig file(String kind, String name) {
        return switch (kind) {
            case "sqlite" -> DatabaseConfig.sqlite(folder.resolve(name + ".db"));
            case "h2" -> DatabaseConfig.h2(folder.resolve(name));
            default -> Postgres.freshDatabase();
        };
    }

    private Path main(String kind, String name) {
        return folder.resolve(name + (kind.equals("sqlite") ? ".db" : ".mv.db"));
    }

    private BackedUpMemory inSchema(DatabaseConfig server, String schema) {
        return memory(DatabaseConfig.postgresql(server.url() + "?currentSchema=" + schema, "postgres", "postgres")
                .withMigrate(Migrate.ON_OPEN));
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
