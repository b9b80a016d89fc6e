package io.memu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application keeps its copies of sources in a folder of its own choice: the command has to be told, and says so otherwise. */
class CopiesOptionTest {
    @TempDir
    Path folder;

    private Path copies;

    @BeforeEach
    void memorize() throws IOException {
        copies = folder.resolve("kept").resolve("copies");
        Path chat = Files.writeString(folder.resolve("chat.txt"), "I love my dog Bruno, he is six years old.\n");
        assertThat(memu("memorize", chat.toString(), "--copies", copies.toString())
                        .code())
                .isZero();
        assertThat(files(copies)).isEqualTo(1);
    }

    @Test
    void an_erasure_that_looks_in_another_folder_is_not_complete() throws IOException {
        for (int time = 0; time < 2; time++) {
            CommandRun elsewhere = memu("erase", "--user", "default", "--yes");
            assertThat(elsewhere.code()).isEqualTo(1);
            assertThat(elsewhere.out())
                    .contains("1 copies are missing")
                    .contains("not in the folder " + folder.resolve("resources"))
                    .contains("--copies");
        }
        assertThat(files(copies)).isEqualTo(1);
        CommandRun there = memu("erase", "--user", "default", "--yes", "--json", "--copies", copies.toString());
        assertThat(there.code()).isZero();
        assertThat(there.json().at("/memories/0/copies_deleted").intValue()).isEqualTo(1);
        assertThat(there.json().at("/memories/0/copies_missing").intValue()).isZero();
        assertThat(files(copies)).isZero();
    }

    @Test
    void a_backup_without_the_copies_is_written_and_fails() throws IOException {
        Path lacking = folder.resolve("lacking");
        CommandRun run = memu("backup", lacking.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("The backup is in ").contains("1 copies did not exist then");
        assertThat(run.err())
                .matches("memu: The backup lacks 1 copies of sources: they are not in the folder .+--copies.+\\n")
                .contains(folder.resolve("resources").toString());
        assertThat(memu("verify-backup", lacking.toString()).code()).isZero();

        Path whole = folder.resolve("whole");
        assertThat(memu("backup", whole.toString(), "--copies", copies.toString())
                        .code())
                .isZero();
        assertThat(files(whole.resolve("files"))).isEqualTo(1);
    }

    @Test
    void a_backup_is_restored_with_the_copies_where_the_application_looks() throws IOException {
        String backup = folder.resolve("backup").toString();
        memu("backup", backup, "--copies", copies.toString());
        Path target = folder.resolve("target").resolve("memu.db");
        Path there = folder.resolve("there");
        assertThat(CommandRun.of("restore", backup, "--db", target.toString(), "--copies", there.toString())
                        .code())
                .isZero();
        assertThat(files(there)).isEqualTo(1);
        assertThat(target.resolveSibling("resources")).doesNotExist();
        assertThat(CommandRun.of("doctor", "--db", target.toString(), "--copies", there.toString())
                        .code())
                .isZero();
        assertThat(CommandRun.of("doctor", "--db", target.toString()).out())
                .contains("does not exist in the folder " + target.resolveSibling("resources"))
                .contains("--copies");
    }

    private static long files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private CommandRun memu(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "--db";
        all[1] = folder.resolve("memu.db").toString();
        System.arraycopy(args, 0, all, 2, args.length);
        return CommandRun.of(all);
    }
}
