package io.memu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandsTest {
    @TempDir
    Path folder;

    @Test
    void a_memory_is_backed_up_verified_reset_and_restored() throws IOException {
        memorize();
        String backup = folder.resolve("backup").toString();

        CommandRun made = memu("backup", backup);
        assertThat(made.out()).startsWith("The backup is in ").contains("1 memories, 1 resources");
        assertThat(memu("verify-backup", backup).out())
                .contains("is whole")
                .matches(
                        "(?s).*schema 2: 1 memories, 1 resources, [1-9]\\d* passages, [1-9]\\d* items, [1-9]\\d* categories,"
                                + " [1-9]\\d* vectors, 1 copies of sources\\..*");
        assertThat(memu("verify-backup", backup, "--json").json().get("files").intValue())
                .isEqualTo(1);

        CommandRun refused = memu("restore", backup);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).matches("memu: The database to restore into is not empty.*\\n");

        assertThat(memu("reset").code()).isEqualTo(2);
        assertThat(memu("list", "items", "--json").json().get("items")).isNotEmpty();
        assertThat(memu("reset", "--yes").out()).startsWith("Erased 1 memories.");
        assertThat(memu("list", "items", "--json").json().get("items")).isEmpty();

        CommandRun restored = memu("restore", backup, "--json");
        assertThat(restored.code()).isZero();
        assertThat(restored.json().get("memories").intValue()).isEqualTo(1);
        assertThat(restored.json().get("files_written").intValue()).isEqualTo(1);
        assertThat(memu("list", "items", "--json").json().get("items")).isNotEmpty();
        assertThat(memu("restore", backup, "--replace").code()).isZero();
    }

    @Test
    void a_key_proves_who_made_a_backup() throws IOException {
        memorize();
        Path key = Files.writeString(folder.resolve("key"), "0123456789abcdef0123456789abcdef\n");
        Path other = Files.writeString(folder.resolve("other"), "fedcba9876543210fedcba9876543210\n");
        String plain = folder.resolve("plain").toString();
        String signed = folder.resolve("signed").toString();
        assertThat(memu("backup", plain).out()).contains("It is not signed");
        assertThat(memu("backup", signed, "--key", key.toString()).out()).contains("It is signed with the key.");

        assertThat(memu("verify-backup", signed).out()).contains("no key was given");
        assertThat(memu("verify-backup", signed, "--key", key.toString(), "--json")
                        .json()
                        .get("signature")
                        .textValue())
                .isEqualTo("verified");
        CommandRun unsigned = memu("restore", plain, "--replace", "--require-signature", "--key", key.toString());
        assertThat(unsigned.code()).isEqualTo(1);
        assertThat(unsigned.err()).matches("memu: The backup .* is not signed.*\\n");
        assertThat(memu("restore", signed, "--replace", "--key", other.toString())
                        .err())
                .matches("memu: The backup .* was not signed with the key.*\\n");
        assertThat(memu("restore", signed, "--replace", "--require-signature").err())
                .contains("needs the key");
        assertThat(memu("restore", signed, "--replace", "--require-signature", "--key", key.toString())
                        .code())
                .isZero();
    }

    @Test
    void a_backup_is_found_through_a_link_and_stray_files_are_named() throws IOException {
        memorize();
        Path backup = folder.resolve("backup");
        memu("backup", backup.toString());
        Path latest = Files.createSymbolicLink(folder.resolve("latest"), backup);
        Files.writeString(backup.resolve(".DS_Store"), "x");
        assertThat(memu("verify-backup", latest.toString()).out()).contains("were not read: .DS_Store.");
        assertThat(memu("restore", latest.toString(), "--replace").code()).isZero();
    }

    @Test
    void a_backup_needs_a_database_and_a_free_folder() throws IOException {
        CommandRun absent = memu("backup", folder.resolve("backup").toString());
        assertThat(absent.code()).isEqualTo(1);
        assertThat(absent.err()).matches("memu: There is no database at .*\\n");

        memorize();
        CommandRun taken = memu("backup", folder.toString());
        assertThat(taken.code()).isEqualTo(1);
        assertThat(taken.err()).matches("memu: The folder .* exists already and is not empty.*\\n");
    }

    @Test
    void a_backup_restored_beside_its_original_has_copies_of_its_own() throws IOException {
        Path chat = Files.writeString(folder.resolve("chat.txt"), "I love my dog Bruno, he is six years old.\n");
        memu("memorize", chat.toString());
        String backup = folder.resolve("backup").toString();
        memu("backup", backup);
        String beside = folder.resolve("copy.db").toString();
        assertThat(CommandRun.of("--db", beside, "restore", backup).code()).isZero();
        assertThat(CommandRun.of("--db", beside, "doctor").out()).endsWith("all is well.\n");
        CommandRun.of("--db", beside, "reset", "--yes");
        assertThat(memu("doctor").out()).endsWith("all is well.\n");
        assertThat(memu("restore", backup, "--replace").code())
                .as("over itself")
                .isZero();
    }

    @Test
    void a_damaged_backup_is_told_in_one_line_and_not_restored() throws IOException {
        memorize();
        Path backup = folder.resolve("backup");
        memu("backup", backup.toString());
        Files.writeString(backup.resolve("files.sha256"), "");

        CommandRun damaged = memu("verify-backup", backup.toString());
        assertThat(damaged.code()).isEqualTo(1);
        assertThat(damaged.err()).matches("memu: The backup .* is damaged or incomplete: files.sha256 .*\\n");
        assertThat(memu("restore", backup.toString(), "--replace").err()).isEqualTo(damaged.err());
        assertThat(memu("verify-backup", folder.resolve("nothing").toString()).err())
                .matches("memu: There is no backup at .*\\n");
    }

    private void memorize() throws IOException {
        Path chat = Files.writeString(
                folder.resolve("chat.txt"), "I love my dog Bruno, he is six years old.\n\nI live in Porto.\n");
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
