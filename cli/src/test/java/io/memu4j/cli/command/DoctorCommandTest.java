package io.memu4j.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.cli.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @TempDir
    Path folder;

    @Test
    void a_healthy_database_exits_with_0() throws Exception {
        memorize();
        CommandRun run = memu("doctor");
        assertThat(run.out()).endsWith("with 1 memories: all is well.\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void a_finding_exits_with_1_says_what_to_do_and_is_fixed() throws Exception {
        memorize();
        Path own;
        try (Stream<Path> databases = Files.list(folder.resolve("resources"))) {
            own = databases.findFirst().orElseThrow();
        }
        Path orphan = Files.createDirectories(own.resolve("ab".repeat(32))).resolve("0".repeat(36));
        Files.writeString(orphan, "left by a crash");
        Files.setLastModifiedTime(orphan, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        CommandRun found = memu("doctor");
        assertThat(found.code()).isEqualTo(1);
        assertThat(found.out()).contains("wrong  copies: ").contains("memu doctor --fix");
        JsonNode fixed = memu("doctor", "--fix", "--json").json();
        assertThat(fixed.get("healthy").booleanValue()).isTrue();
        assertThat(fixed.get("findings").get(0).get("fixed").booleanValue()).isTrue();
        assertThat(orphan).doesNotExist();
        assertThat(memu("doctor").code()).isZero();
    }

    @Test
    void a_database_that_is_absent_or_none_is_a_finding() throws Exception {
        assertThat(memu("doctor").code()).isEqualTo(1);
        assertThat(folder).isEmptyDirectory();
        Files.writeString(folder.resolve("memu.db"), "This is a text, long enough to be read as a header of a file.");
        CommandRun run = memu("doctor", "--json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().get("findings").get(0).get("problem").textValue()).contains("not a SQLite database");
    }

    @Test
    void a_schema_of_another_version_is_a_finding_that_says_what_to_run() throws Exception {
        memorize();
        sql("update memu_schema set version = 99, compatible_from = 99");
        JsonNode newer = memu("doctor", "--json").json().at("/findings/0");
        assertThat(newer.get("area").textValue()).isEqualTo("schema");
        assertThat(newer.get("problem").textValue()).contains("version 99", "Upgrade the memu4j libraries");
    }

    @Test
    void a_database_without_our_schema_is_a_finding_and_stays_as_it_is() throws Exception {
        sql("create table of_the_application (x)");
        JsonNode found = memu("doctor", "--fix", "--json").json().at("/findings/0");
        assertThat(found.get("area").textValue()).isEqualTo("schema");
        assertThat(found.get("problem").textValue()).contains("no memu4j schema", "memu migrate");
        CommandRun backup = memu("backup", folder.resolve("backup").toString());
        assertThat(backup.code()).isEqualTo(1);
        assertThat(backup.err())
                .matches("memu: .+memu migrate.+with the version of memu4j that the database is of.+\\n");
        assertThat(folder.resolve("backup")).doesNotExist();
        assertThat(tables()).containsExactly("of_the_application");
    }

    private List<String> tables() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("memu.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name from sqlite_master where type = 'table'")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    @Test
    void a_damaged_file_is_a_finding_that_says_what_to_do() throws Exception {
        memorize();
        sql("PRAGMA wal_checkpoint(TRUNCATE)");
        Path file = folder.resolve("memu.db");
        byte[] bytes = Files.readAllBytes(file);
        int page = 4096;
        for (int at = 20 * page; at < bytes.length; at += 3 * page) {
            Arrays.fill(bytes, at, Math.min(bytes.length, at + page), (byte) 0x5a);
        }
        Files.write(file, bytes);
        CommandRun run = memu("doctor");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("wrong  database: ").contains("restore");
    }

    @Test
    void rows_that_refer_to_nothing_and_vectors_of_nothing_are_findings() throws Exception {
        memorize();
        sql(
                "PRAGMA foreign_keys = OFF",
                "insert into memu_pending_deletions (user_id, agent_id, id, blob_key, created_at)"
                        + " values ('nobody', 'a', 'x', 'k', 0)",
                "delete from memu_embeddings where owner_kind = 'item'");
        CommandRun run = memu("doctor");
        assertThat(run.out())
                .contains("1 rows of the table memu_pending_deletions refer to rows that do not exist")
                .contains("wrong  vectors: ");
        assertThat(memu("doctor", "--fix").out())
                .contains("wrong  database: ")
                .contains("fixed  vectors: ")
                .endsWith("with 1 memories: 1 findings.\n");
    }

    @Test
    void copies_of_another_database_in_the_same_folder_are_never_deleted() throws Exception {
        memorize();
        Path chat = Files.writeString(folder.resolve("other.txt"), "Ben: I play chess every weekend.\n");
        String other = folder.resolve("other.db").toString();
        assertThat(CommandRun.of("--db", other, "memorize", chat.toString()).code())
                .isZero();
        makeOld();

        assertThat(memu("doctor", "--fix").out()).endsWith("all is well.\n");
        CommandRun erased = memu("erase", "--user", "default", "--yes");
        assertThat(erased.out()).contains("1 copies erased").contains("0 copies are left");
        assertThat(erased.code()).isZero();
        assertThat(memu("reset", "--yes").code()).isZero();
        assertThat(CommandRun.of("--db", other, "doctor").out()).endsWith("all is well.\n");
    }

    private void makeOld() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("resources"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
            }
        }
    }

    @Test
    void a_backup_that_did_not_end_is_a_finding() throws Exception {
        memorize();
        Path left =
                Files.createDirectories(folder.resolve("backups/.monday.0b0e7d52-7a3f-4c35-9f5c-1d4a3f0c0001.partial"));
        assertThat(memu("doctor").out()).contains("wrong  files: ").contains(left.toString());
        assertThat(memu("doctor", "--fix").code()).as("it may be running").isEqualTo(1);
        assertThat(left).exists();
    }

    private void sql(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("memu.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void memorize() throws Exception {
        Path chat = Files.writeString(folder.resolve("chat.txt"), "I love my dog Bruno, he is six years old.\n");
        assertThat(memu("memorize", chat.toString()).code()).isZero();
    }

    private CommandRun memu(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "--db";
        all[1] = folder.resolve("memu.db").toString();
        System.arraycopy(args, 0, all, 2, args.length);
        return CommandRun.of(all);
    }
}
