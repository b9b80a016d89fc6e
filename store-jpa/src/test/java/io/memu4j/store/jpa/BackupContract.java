package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.memu4j.MemoryBackup;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.BackupReport;
import io.memu4j.admin.Confirmation;
import io.memu4j.admin.ErasureReport;
import io.memu4j.admin.RestoreOptions;
import io.memu4j.admin.RestoreReport;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.MemoryException;
import io.memu4j.error.SchemaOutOfDateException;
import io.memu4j.error.StoreException;
import io.memu4j.internal.value.Digests;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.store.ChangeSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup, restore and reset on one kind of database. */
abstract class BackupContract {
    @TempDir
    Path folder;

    /** A new, empty database. */
    abstract DatabaseConfig fresh(Path in);

    @Test
    void a_backup_brings_everything_back_into_an_empty_database() {
        BackedUpMemory memory = filled("original");
        Map<String, Object> before = memory.contents();
        BackupReport report = backup(memory, "backup");

        assertThat(before).hasSize(4);
        assertThat(report.rows().values()).as("every table is filled").allSatisfy(rows -> assertThat(rows)
                .isPositive());
        assertThat(report.files()).isEqualTo(2);
        assertThat(MemoryBackup.verify(folder.resolve("backup"))).isEqualTo(report);

        BackedUpMemory copy = memory("copy");
        RestoreReport restored = MemoryBackup.restore(folder.resolve("backup"), into(copy));

        assertThat(restored).isEqualTo(new RestoreReport(report, 3, 2));
        assertThat(copy.contents()).isEqualTo(before);
        assertThat(copy.incarnation(BackedUpMemory.ANA)).isNotEqualTo(memory.incarnation(BackedUpMemory.ANA));
    }

    @Test
    void what_was_written_after_the_backup_goes_only_when_told() {
        BackedUpMemory memory = filled("original");
        Map<String, Object> before = memory.contents();
        backup(memory, "backup");
        String incarnation = memory.incarnation(BackedUpMemory.ANA);
        try (MemoryServiceFactory memu = memory.open()) {
            memu.service(BackedUpMemory.ANA).clear();
            memu.service(BackedUpMemory.ODD)
                    .memorize(
                            MemorizeRequest.bytes("diary.txt", "I love my cat Mia.".getBytes(StandardCharsets.UTF_8)));
            memu.service("later", "helper").memorize(MemorizeRequest.text("note", "I live in Lisbon."));
        }
        Map<String, Object> later = memory.contents();

        assertThatThrownBy(() -> MemoryBackup.restore(folder.resolve("backup"), into(memory)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not empty");
        assertThat(memory.contents()).isEqualTo(later);

        MemoryBackup.restore(folder.resolve("backup"), into(memory).replacing());

        assertThat(memory.contents()).isEqualTo(before);
        assertThat(memory.incarnation(BackedUpMemory.ANA)).isNotEqualTo(incarnation);
        assertThat(copies(memory)).as("what only later rows named is deleted").isEqualTo(2);
    }

    @Test
    void what_a_killed_restore_left_where_the_doctor_looks_goes_with_the_next_one() throws IOException {
        backup(filled("original"), "backup");
        BackedUpMemory copy = memory("copy");
        String name = ".memu-restore.0b0e7d52-7a3f-4c35-9f5c-1d4a3f0c0001.partial";
        Path left = Files.createDirectories(copy.blobs().resolveSibling(name));
        Files.createFile(copy.blobs().resolveSibling(name + ".lock"));
        MemoryBackup.restore(folder.resolve("backup"), into(copy));
        assertThat(left).doesNotExist();
    }

    @Test
    void an_open_memory_answers_from_the_backup_at_once() {
        BackedUpMemory memory = filled("original");
        backup(memory, "backup");
        try (MemoryServiceFactory memu = memory.open()) {
            MemoryService ana = memu.service(BackedUpMemory.ANA);
            ana.memorize(MemorizeRequest.text("later", "My bicycle is called Rocinante."));
            assertThat(ana.retrieve("bicycle Rocinante").passages())
                    .anySatisfy(hit -> assertThat(hit.value().text()).contains("Rocinante"));

            MemoryBackup.restore(folder.resolve("backup"), into(memory).replacing());

            assertThat(ana.retrieve("bicycle Rocinante").passages())
                    .noneSatisfy(hit -> assertThat(hit.value().text()).contains("Rocinante"));
            assertThat(ana.retrieve("dog Bruno").passages().get(0).value().text())
                    .contains("Bruno");
            assertThat(ana.memorize(MemorizeRequest.text("later", "My bicycle is called Rocinante."))
                            .unchanged())
                    .isFalse();
        }
    }

    @Test
    void a_newer_schema_is_not_backed_up_because_rows_could_be_left_out() throws Exception {
        BackedUpMemory memory = filled("original");
        try (MemoryServiceFactory memu = memory.open()) {
            assertThat(memu.service(BackedUpMemory.ANA).counts().items()).isPositive();
            raiseSchema(memory.database());
            assertThatThrownBy(() -> memu.admin().backup(folder.resolve("backup")))
                    .isInstanceOf(SchemaOutOfDateException.class)
                    .hasMessageContaining("schema version 7");
        }
        assertThat(folder.resolve("backup")).doesNotExist();
    }

    @Test
    void a_backup_whose_manifest_lies_with_the_right_checksum_is_refused_and_nothing_is_replaced() throws IOException {
        backup(filled("original"), "backup");
        Path manifest = folder.resolve("backup/manifest.json");
        String truth = Files.readString(manifest);
        BackedUpMemory other = filled("other");
        Map<String, Object> before = other.contents();
        Map<String, String> lies = Map.of(
                "\"memu_items\" : \\d+", "\"memu_items\" : 1000000",
                "\"memu_scopes\" : \\d+", "\"memu_scopes\" : 0",
                "\"format\" : \"jsonl\"", "\"format\" : \"h2\"",
                "\"schema_version\" : 2,(\\s+)\"compatible_from\" : 2",
                        "\"schema_version\" : 9,$1\"compatible_from\" : 9");

        lies.forEach((what, lie) -> {
            String changed = truth.replaceFirst(what, lie);
            assertThat(changed).isNotEqualTo(truth);
            write(manifest, changed);
            write(manifest.resolveSibling("manifest.json.sha256"), Digests.sha256(changed) + "  manifest.json\n");

            assertThatThrownBy(() -> MemoryBackup.restore(
                            folder.resolve("backup"), into(other).replacing()))
                    .as(lie)
                    .isInstanceOf(MemoryException.class);
            assertThat(other.contents()).as(lie).isEqualTo(before);
        });
    }

    @Test
    void rows_that_no_version_of_ours_wrote_are_refused_and_nothing_is_run_or_replaced() throws Exception {
        backup(filled("original"), "backup");
        ForgedBackup forged = new ForgedBackup(folder.resolve("backup"));
        String truth = forged.rows();
        BackedUpMemory other = filled("other");
        applicationTable(other.database());
        Map<String, Object> before = other.contents();

        forgeries().forEach((kind, change) -> {
            forged.write(change.apply(truth));
            assertThat(MemoryBackup.verify(forged.folder()).signature())
                    .as("checksums keep nobody out")
                    .isEqualTo(BackupReport.Signature.NONE);
            Throwable refused = catchThrowable(
                    () -> MemoryBackup.restore(forged.folder(), into(other).replacing()));
            assertThat(refused).as(kind).isInstanceOf(StoreException.class);
            assertThat(refused.getMessage()).as("no foreign name is shown").doesNotContain("app_users");
        });
        assertThat(other.contents()).isEqualTo(before);
        assertThat(applicationRow(other.database())).isEqualTo("kept");
    }

    /** Kind of forgery, and how it is made; the last line of the file is the end of a row or of a table's head. */
    private static Map<String, UnaryOperator<String>> forgeries() {
        Map<String, UnaryOperator<String>> kinds = new LinkedHashMap<>();
        kinds.put(
                "a column that ends the statement and begins another",
                rows -> rows.replaceFirst(
                        "\"revision\"\\]", "\"revision) values (1); update app_users set password = 'gone'; --\"]"));
        kinds.put(
                "a column that reads another table",
                rows -> rows.replaceFirst("\"vector\"", "\"(select password from app_users)\""));
        kinds.put("a column renamed", rows -> rows.replaceFirst("\"summary\"", "\"SUMMARY\""));
        kinds.put("a column more", rows -> rows.replaceFirst("\"vector\"\\]", "\"vector\",\"more\"]"));
        kinds.put("a column less", rows -> rows.replaceFirst(",\"vector\"\\]", "]"));
        kinds.put(
                "columns exchanged", rows -> rows.replaceFirst("\"user_id\",\"agent_id\"", "\"agent_id\",\"user_id\""));
        kinds.put("a table of the application", rows -> rows.replaceFirst("\"memu_items\"", "\"app_users\""));
        kinds.put("a table more", rows -> rows + "{\"table\":\"app_users\",\"columns\":[\"name\"]}\n[\"x\"]\n");
        kinds.put("a table less", rows -> rows.substring(0, rows.indexOf("{\"table\":\"memu_pending_deletions\"")));
        kinds.put("a head with more", rows -> rows.replaceFirst("\\]\\}", "],\"view\":\"select 1\"}"));
        kinds.put("a text for a number", rows -> rows.replaceFirst(",(\\d+)\\]\n", ",\"$1\"]\n"));
        kinds.put("a fraction", rows -> rows.replaceFirst(",(\\d+)\\]\n", ",$1.5]\n"));
        kinds.put("a number of thirty digits", rows -> rows.replaceFirst(",(\\d+)\\]\n", "," + "9".repeat(30) + "]\n"));
        kinds.put("an object for a text", rows -> rows.replaceFirst("\n\\[\"ana\",", "\n[{\"a\":1},"));
        kinds.put("a nested array", rows -> rows.replaceFirst("\n\\[\"ana\",", "\n[[[[]]],"));
        kinds.put("a value more", rows -> rows.replaceFirst(",(\\d+)\\]\n", ",$1,$1]\n"));
        kinds.put("a value less", rows -> rows.replaceFirst(",(\\d+)\\]\n", "]\n"));
        kinds.put("an owner that cannot be one", rows -> rows.replaceFirst("\n\\[\"ana\",", "\n[\"\","));
        kinds.put("no base64", rows -> rows.replaceFirst("\"[A-Za-z0-9+/=]{20,}\"\\]\n", "\"%%%\"]\n"));
        kinds.put("cut in a row", rows -> rows.substring(0, rows.length() * 2 / 3));
        kinds.put("a row less", rows -> rows.replaceFirst("\n\\[\"ana\"[^\n]*", ""));
        kinds.put("a row twice", rows -> rows.replaceFirst("(\n\\[\"ana\"[^\n]*)", "$1$1"));
        kinds.put("a row of nobody", rows -> rows.replaceFirst("(?s)(\"memu_items\".*?\n\\[)\"ana\"", "$1\"nobody\""));
        kinds.put("no JSON", rows -> "SQLite format 3");
        kinds.put("nothing", rows -> "");
        return kinds;
    }

    /** A column that is missing here would be missing in every backup. */
    @Test
    void a_backup_has_every_column_of_the_tables_of_memory() {
        BackedUpMemory memory = filled("original");
        backup(memory, "backup");
        Map<String, List<String>> inBackup = new TreeMap<>(new ForgedBackup(folder.resolve("backup")).heads());
        try (JpaMemoryStore store = JpaMemoryStore.open(memory.database(), Clock.systemUTC())) {
            Map<String, List<String>> inDatabase =
                    store.database().transactions().read(BackupContract::columns);
            // The version is in the manifest; incarnations are new after every restore.
            inDatabase.remove("memu_schema");
            inDatabase.get("memu_scopes").remove("incarnation");
            assertThat(inBackup).isEqualTo(inDatabase);
        }
    }

    private static Map<String, List<String>> columns(Connection connection) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (ResultSet column = connection.getMetaData().getColumns(null, null, "%", "%")) {
            while (column.next()) {
                String table = column.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                // PostgreSQL lists indexes as well.
                if (table.matches("memu_[a-z_]+") && !table.matches(".*_(pk|uq|ix)")) {
                    tables.computeIfAbsent(table, name -> new ArrayList<>())
                            .add(column.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return tables;
    }

    private static void applicationTable(DatabaseConfig config) throws Exception {
        try (JpaMemoryStore store = JpaMemoryStore.open(config, Clock.systemUTC());
                Connection connection = store.database().source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table app_users (name varchar(20), password varchar(20))");
            statement.execute("insert into app_users values ('admin', 'kept')");
        }
    }

    private static String applicationRow(DatabaseConfig config) {
        try (JpaMemoryStore store = JpaMemoryStore.open(config, Clock.systemUTC())) {
            return store.database().transactions().read(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("select password from app_users")) {
                    row.next();
                    return row.getString(1);
                }
            });
        }
    }

    @Test
    void a_copy_is_never_written_outside_its_place_whatever_a_row_names() {
        backup(filled("original"), "backup");
        ForgedBackup forged = new ForgedBackup(folder.resolve("backup"));
        BackedUpMemory copy = memory("copy");
        String key = forged.rows().replaceAll("(?s).*?\"([0-9a-f]{64}/[0-9a-z-]+)\".*", "$1");
        for (String path : List.of("../../../outside", "/tmp/outside", "..\\\\outside", "files/../../outside")) {
            forged.write(forged.rows()
                    .replaceFirst(
                            "\"[^\"]*" + key.substring(key.length() - 12) + "\"|\"[^\"]*outside\"",
                            Matcher.quoteReplacement("\"" + path + "\"")));
            assertThatThrownBy(() -> MemoryBackup.restore(forged.folder(), into(copy)))
                    .as(path)
                    .isInstanceOf(MemoryException.class);
            assertThat(copy.contents()).isEmpty();
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_backup_never_overwrites_and_leaves_nothing_when_it_fails() throws IOException {
        BackedUpMemory memory = filled("original");
        Files.createDirectories(folder.resolve("there"));
        Files.writeString(folder.resolve("there/precious.txt"), "precious");

        assertThatThrownBy(() -> backup(memory, "there"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not empty");

        assertThat(folder.resolve("there/precious.txt")).hasContent("precious");
        assertThat(partials()).isZero();
    }

    @Test
    void reset_deletes_all_memory_and_its_copies() {
        BackedUpMemory memory = filled("original");
        try (MemoryServiceFactory memu = memory.open()) {
            var report = memu.admin().reset(Confirmation.DELETE_ALL_MEMORY);
            assertThat(report.scopes()).hasSize(3);
            assertThat(report.complete()).isTrue();
            assertThat(memu.admin().scopes(null, 10)).isEmpty();
            assertThat(memu.service(BackedUpMemory.ANA).counts().isEmpty()).isTrue();
        }
        assertThat(memory.contents()).isEmpty();
        assertThat(copies(memory)).isZero();
    }

    @Test
    void what_was_queued_for_deletion_is_settled_by_a_restore_into_another_place() {
        BackedUpMemory memory = filled("original");
        MemoryScope queued = new MemoryScope("queued", "helper");
        try (JpaMemoryStore store = JpaMemoryStore.open(memory.database(), Clock.systemUTC())) {
            store.in(queued)
                    .apply(ChangeSet.builder()
                            .dropBlob(queued.longHash() + "/" + "1".repeat(36))
                            .build());
        }
        backup(memory, "backup");
        BackedUpMemory copy = memory("copy");
        MemoryBackup.restore(folder.resolve("backup"), into(copy));
        try (JpaMemoryStore store = JpaMemoryStore.open(copy.database(), Clock.systemUTC())) {
            assertThat(store.in(queued).watermark().revision()).isPositive();
            assertThat(store.in(queued).pendingDeletions(10)).isEmpty();
        }
    }

    @Test
    void a_reset_takes_copies_of_memories_that_never_came_about_once_they_are_old() throws IOException {
        BackedUpMemory memory = filled("original");
        Path killed = Files.createDirectories(memory.ownBlobs().resolve("ab".repeat(32)))
                .resolve("0".repeat(36) + "-" + "1".repeat(36));
        Files.writeString(killed, "kept by a first memorize that was killed");
        ErasureReport first = reset(memory, Clock.systemUTC());
        assertThat(first.complete()).isFalse();
        assertThat(first.strayCopies()).isEqualTo(1);
        assertThat(copies(memory)).isEqualTo(1);
        ErasureReport later = reset(memory, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(20)));
        assertThat(later.complete()).isTrue();
        assertThat(copies(memory)).isZero();
    }

    private static ErasureReport reset(BackedUpMemory memory, Clock clock) {
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(memory.database())
                .blobs(BlobConfig.folder(memory.blobs()))
                .llm(Models.none())
                .clock(clock)
                .build()) {
            return memu.admin().reset(Confirmation.DELETE_ALL_MEMORY);
        }
    }

    BackedUpMemory filled(String name) {
        return memory(name).filled();
    }

    BackedUpMemory memory(String name) {
        Path in = folder.resolve(name);
        return new BackedUpMemory(fresh(in), in.resolve("resources"));
    }

    BackupReport backup(BackedUpMemory memory, String name) {
        try (MemoryServiceFactory memu = memory.open()) {
            return memu.admin().backup(folder.resolve(name));
        }
    }

    static RestoreOptions into(BackedUpMemory memory) {
        return RestoreOptions.into(memory.database()).withBlobs(BlobConfig.folder(memory.blobs()));
    }

    private static long copies(BackedUpMemory memory) {
        return count(memory.blobs(), true);
    }

    private long partials() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.toString().endsWith(".partial"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long count(Path in, boolean files) {
        if (!Files.isDirectory(in)) {
            return 0;
        }
        try (Stream<Path> entries = Files.walk(in)) {
            return entries.filter(entry -> Files.isRegularFile(entry) == files).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void raiseSchema(DatabaseConfig config) throws Exception {
        try (JpaMemoryStore store = JpaMemoryStore.open(config, Clock.systemUTC());
                Connection connection = store.database().source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update memu_schema set version = 7, compatible_from = 5");
        }
    }
}
