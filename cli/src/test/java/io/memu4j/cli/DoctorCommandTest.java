package io.memu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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
        Path orphan = Files.createDirectories(folder.resolve("resources").resolve("ab".repeat(32)))
                .resolve("0".repeat(36));
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

    private void memorize() throws Exception {
        Path chat = Files.writeString(folder.resolve("chat.txt"), "Ana: I love my dog Bruno, he is six years old.\n");
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
