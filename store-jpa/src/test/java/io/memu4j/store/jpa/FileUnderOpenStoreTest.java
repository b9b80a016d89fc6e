package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.DatabaseConfig.Migrate;
import io.memu4j.doctor.Finding;
import io.memu4j.error.MemoryException;
import io.memu4j.error.StoreException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.spi.llm.Models;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to the file of a database while it is open, and before it is opened. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open file cannot be moved there")
class FileUnderOpenStoreTest {
    private static final String SENTENCE = "was deleted, moved or replaced while it was open";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void nothing_is_acknowledged_after_the_file_was_deleted(String kind) throws IOException {
        try (MemoryServiceFactory memu = open(kind, Migrate.ON_OPEN)) {
            MemoryService ana = memu.service("ana", "agent");
            ana.memorize(MemorizeRequest.text("a", "I live in Porto."));
            Files.delete(file(kind));

            fails(memu, ana);
        }
        assertThat(file(kind)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void nothing_is_acknowledged_after_another_file_was_put_in_its_place(String kind) throws IOException {
        try (MemoryServiceFactory memu = open(kind, Migrate.ON_OPEN)) {
            memu.service("ana", "agent").memorize(MemorizeRequest.text("a", "I live in Porto."));
        }
        Path old = Files.copy(file(kind), folder.resolve("old"));
        try (MemoryServiceFactory memu = open(kind, Migrate.ON_OPEN)) {
            MemoryService ana = memu.service("ana", "agent");
            ana.memorize(MemorizeRequest.text("b", "I work as a nurse."));
            Files.move(file(kind), folder.resolve("moved"));
            Files.copy(old, file(kind));

            fails(memu, ana);
            Files.delete(file(kind));
            Files.move(folder.resolve("moved"), file(kind));
            fails(memu, ana); // the pool may have connections to either
        }
        try (MemoryServiceFactory memu = open(kind, Migrate.ON_OPEN)) {
            assertThat(memu.service("ana", "agent").counts().resources()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void a_write_during_which_the_file_goes_is_not_acknowledged(String kind) {
        try (JpaMemoryStore store = JpaMemoryStore.open(config(kind), Clock.systemUTC())) {
            var transactions = store.database().transactions();
            assertThatThrownBy(() -> transactions.write(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("insert into memu_scopes (user_id, agent_id, revision, incarnation,"
                                    + " last_delete_revision, created_at) values ('u', 'a', 1, 'i', 0, 0)");
                        }
                        return moved(kind);
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(SENTENCE);
        }
    }

    @Test
    void a_link_that_leads_elsewhere_since_is_noticed() throws IOException {
        Path link = folder.resolve("current.db");
        Files.createSymbolicLink(link, folder.resolve("one.db"));
        try (MemoryServiceFactory memu = open(DatabaseConfig.sqlite(link))) {
            MemoryService ana = memu.service("ana", "agent");
            ana.memorize(MemorizeRequest.text("a", "I live in Porto."));
            Files.delete(link);
            Files.createSymbolicLink(link, Files.createFile(folder.resolve("two.db")));
            fails(memu, ana);
        }
    }

    @Test
    void a_purge_at_the_end_does_not_touch_the_file_that_took_the_place() throws IOException {
        Path other = Files.writeString(folder.resolve("precious"), "precious");
        MemoryServiceFactory memu = open("h2", Migrate.ON_OPEN);
        assertThat(memu.admin().purge().atClose()).isTrue();
        Files.delete(file("h2"));
        Files.copy(other, file("h2"));
        assertThatThrownBy(memu::close).hasMessageContaining(SENTENCE);
        assertThat(file("h2")).hasContent("precious");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void a_copy_of_an_h2_file_that_broke_off_is_refused_and_unchanged(int tenths) throws IOException {
        open("h2", Migrate.ON_OPEN).close();
        byte[] whole = Files.readAllBytes(file("h2"));
        byte[] cut = Arrays.copyOf(whole, whole.length * tenths / 10);
        Path copy = Files.write(folder.resolve("cut.mv.db"), cut);
        for (Migrate migrate : Migrate.values()) {
            for (DatabaseConfig config : List.of(
                    DatabaseConfig.h2(folder.resolve("cut")),
                    DatabaseConfig.jdbc("jdbc:h2:file:" + folder.resolve("cut") + ";MODE=REGULAR"))) {
                String which = tenths + "/10 of " + whole.length + ", " + migrate + " " + config;
                assertThatThrownBy(() -> open(config.withMigrate(migrate)), which)
                        .isInstanceOf(MemoryException.class);
                assertThat(Files.readAllBytes(copy)).isEqualTo(cut);
            }
        }
    }

    @Test
    void a_sqlite_file_whose_log_was_left_behind_is_refused_and_unchanged() throws Exception {
        Files.createDirectory(folder.resolve("elsewhere"));
        Path copy = folder.resolve("elsewhere/memu.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file("sqlite"));
                Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("create table memu_items (id int)");
            assertThat(Files.size(file("sqlite"))).as("all is in the log").isEqualTo(4096);
            Files.copy(file("sqlite"), copy);
        }
        byte[] before = Files.readAllBytes(copy);
        for (Migrate migrate : Migrate.values()) {
            assertThatThrownBy(() -> open(DatabaseConfig.sqlite(copy).withMigrate(migrate)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("write-ahead log");
            assertThat(Files.readAllBytes(copy)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void a_file_that_was_emptied_is_refused_and_an_empty_one_that_never_was_a_database_is_not(String kind)
            throws IOException {
        open(kind, Migrate.ON_OPEN).close();
        Files.write(file(kind), new byte[0]);
        for (Migrate migrate : Migrate.values()) {
            assertThatThrownBy(() -> open(kind, migrate))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is empty");
            assertThat(file(kind)).isEmptyFile();
        }
        Files.delete(file(kind));
        try (var files = Files.list(folder)) {
            for (Path left : files.filter(path -> path.toString().endsWith(".migrate.lock"))
                    .toList()) {
                Files.delete(left);
            }
        }
        Files.createFile(file(kind));
        open(kind, Migrate.ON_OPEN).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2"})
    void a_schema_is_never_made_for_those_who_expect_one(String kind) throws IOException {
        for (Migrate migrate : List.of(Migrate.EXISTING, Migrate.NEVER)) {
            assertThatThrownBy(() -> open(kind, migrate)).isInstanceOf(MemoryException.class);
            assertThatThrownBy(() -> open(DatabaseConfig.jdbc("jdbc:h2:" + folder.resolve("typo") + ";MODE=REGULAR")
                            .withMigrate(migrate)))
                    .isInstanceOf(MemoryException.class);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private void fails(MemoryServiceFactory memu, MemoryService ana) {
        assertThatThrownBy(() -> ana.memorize(MemorizeRequest.text("c", "I have a parrot.")))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.isRetriable()).isFalse())
                .hasMessageContaining(SENTENCE);
        assertThatThrownBy(ana::counts).hasMessageContaining(SENTENCE);
        assertThat(memu.admin().health().isUp()).isFalse();
        assertThat(memu.admin().health().store().problem()).contains(SENTENCE);
        assertThat(memu.admin().doctor(false).findings())
                .extracting(Finding::problem)
                .anyMatch(problem -> problem.contains(SENTENCE));
    }

    private boolean moved(String kind) {
        try {
            Files.move(file(kind), folder.resolve("moved"));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DatabaseConfig config(String kind) {
        return kind.equals("sqlite")
                ? DatabaseConfig.sqlite(folder.resolve("memu.db"))
                : DatabaseConfig.h2(folder.resolve("memu"));
    }

    private Path file(String kind) {
        return Objects.requireNonNull(config(kind).storedIn());
    }

    private MemoryServiceFactory open(String kind, Migrate migrate) {
        return open(config(kind).withMigrate(migrate));
    }

    private static MemoryServiceFactory open(DatabaseConfig config) {
        return MemoryServiceFactory.builder()
                .database(config)
                .blobs(BlobConfig.none())
                .llm(Models.none())
                .build();
    }
}
