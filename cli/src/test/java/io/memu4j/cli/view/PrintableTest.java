package io.memu4j.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintableTest {
    @Test
    void control_characters_are_shown_and_not_obeyed() {
        assertThat(Printable.of("a\u001b[2Jb\r\nc\td\u009b7m")).isEqualTo("a\uFFFD[2Jb\nc\td\uFFFD7m");
    }

    @Test
    void what_somebody_wrote_reaches_no_terminal_as_a_command(@TempDir Path folder) throws IOException {
        Path chat = Files.writeString(folder.resolve("chat.txt"), "Ana: I live in \u001b[2JPorto near the river.\n");
        String db = folder.resolve("memu.db").toString();
        CommandRun memorized = CommandRun.of("--db", db, "memorize", chat.toString());
        CommandRun found = CommandRun.of("--db", db, "retrieve", "Where does Ana live?");
        assertThat(found.out()).contains("[2JPorto");
        assertThat(memorized.out() + memorized.err() + found.out()).doesNotContain("\u001b");
        assertThat(CommandRun.of("--db", db, "retrieve", "Porto", "--json")
                        .json()
                        .at("/passages/0/text")
                        .textValue())
                .contains("\u001b[2J");
    }
}
