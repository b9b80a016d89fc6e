package io.memu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A slip in the address of a database makes no other one. */
class AddressTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list items",
                "show resource x",
                "retrieve hobbies",
                "status",
                "doctor",
                "doctor --fix",
                "backup B",
                "export X",
                "purge",
                "erase --user u --yes",
                "reset --yes",
                "reembed --yes",
                "forget item x"
            })
    void no_command_that_reads_makes_a_database(String command) throws IOException {
        for (String address : List.of(
                "F/typo.db",
                "jdbc:sqlite:F/typo.db",
                "jdbc:h2:F/typo",
                "jdbc:h2:file:F/typo",
                "jdbc:h2:F/typo;MODE=REGULAR",
                "jdbc:h2:nio:F/typo;MODE=REGULAR",
                "jdbc:h2:file:F/typo;CIPHER=AES;AUTO_SERVER=TRUE",
                "jdbc:h2:F/typo.mv.db",
                "F/typo.db ",
                "F/typo.db\r")) {
            CommandRun run = memu(address, command);
            assertThat(run.err() + run.out()).as(address).isNotBlank();
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).as(command + " " + address + ": " + run).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "F/memu.db ",
                "F/memu.db\r",
                "F/memu.db\n",
                "jdbc:sqlite:F/memu.db\r",
                "jdbc:h2:F/memu\r;MODE=REGULAR",
                "jdbc:h2:F/memu ",
                "jdbc:postgresql://localhost/memu\r",
                "F/me\tmu.db"
            })
    void a_name_that_a_driver_would_cut_is_refused(String address) throws IOException {
        Files.createFile(folder.resolve("memu.db "));
        for (String command : List.of("migrate", "status", "list items")) {
            CommandRun run = memu(address, command);
            assertThat(run.code()).as(address).isEqualTo(2);
            assertThat(run.err()).contains("Remove it").doesNotContain("\r");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void an_h2_name_with_its_suffix_is_refused() throws IOException {
        CommandRun run = memu("jdbc:h2:F/memu.mv.db", "migrate");
        assertThat(run.err()).contains("Leave the suffix out");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void a_path_that_is_too_long_for_sqlite_is_refused_before_folders_are_made() throws IOException {
        String deep = "/" + "d".repeat(200) + "/" + "e".repeat(200) + "/" + "f".repeat(200) + "/memu.db";
        Path note = Files.writeString(folder.resolve("note.txt"), "I live in Porto.");
        CommandRun run = memu("F" + deep, "memorize " + note + "");
        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains("504");
        assertThat(memu("F" + deep, "migrate").code()).isNotZero();
        assertThat(memu("F/" + "n".repeat(250) + ".db", "migrate").err()).contains("253 bytes");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(note);
        }
    }

    @Test
    void arguments_with_lost_characters_are_refused() {
        CommandRun run = memu("F/memu.db", "list items --user \uFFFD\uFFFDofie");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("memu: Argument 6 of the command");
    }

    private CommandRun memu(String address, String command) {
        String[] given = command.replace("B", folder.resolveSibling("backup").toString())
                .replace("X", folder.resolveSibling("export").toString())
                .split(" ");
        return CommandRun.of(Stream.concat(Stream.of("--db", address.replace("F/", folder + "/")), Stream.of(given))
                .toArray(String[]::new));
    }
}
