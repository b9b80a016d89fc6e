package io.memu4j.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(
                folder.resolve("memu.toml"),
                """
                user = "ana"
                agent = "assistant"
                db = "memory.db"
                llm = "ollama"
                chat-model = "small"
                """);
    }

    @Test
    void options_of_the_file_need_not_be_repeated() {
        assertThat(run("memorize", "--text", "Ana plays the viola.").code()).isZero();
        assertThat(run("retrieve", "viola").out()).contains("viola");
        assertThat(run("retrieve", "viola", "--user", "ben").out()).doesNotContain("viola");
        assertThat(folder.resolve("memory.db")).exists();
    }

    @Test
    void each_setting_is_shown_with_its_origin() {
        JsonNode settings = run("config", "--json", "--agent", "tutor").json().get("settings");
        assertThat(of(settings, "user", "value")).isEqualTo("ana");
        assertThat(of(settings, "user", "from")).endsWith("memu.toml");
        assertThat(of(settings, "agent", "value")).isEqualTo("tutor");
        assertThat(of(settings, "agent", "from")).isEqualTo("command line");
        assertThat(of(settings, "chat-model", "from")).contains("because --llm is on the command line");
        CommandRun table = run("config");
        assertThat(table.out().lines().toList().get(0)).matches("setting +value +from");
    }

    @Test
    void no_password_is_shown() {
        for (String url :
                new String[] {"jdbc:postgresql://localhost/memory?password=hush", "jdbc:h2:file:./memory;PASSWORD=hush"
                }) {
            assertThat(run("config", "--db", url).out()).doesNotContain("hush");
        }
    }

    @Test
    void a_command_for_everybody_does_not_take_the_user_of_the_file() {
        CommandRun erase = run("erase", "--yes");
        assertThat(erase.code()).isEqualTo(2);
        assertThat(erase.err()).contains("Say whom to forget");
    }

    @Test
    void colors_are_written_when_asked_for() {
        run("memorize", "--text", "Ana plays the viola.");
        assertThat(run("retrieve", "What does Ana play?", "--color", "always").out())
                .contains("\u001b[1mSaid or written\u001b[0m");
        assertThat(run("retrieve", "What does Ana play?", "--color", "never").out())
                .doesNotContain("\u001b");
        assertThat(run("retrieve", "What does Ana play?").out()).doesNotContain("\u001b");
        assertThat(run("retrieve", "What?", "--color", "green").code()).isEqualTo(2);
    }

    @Test
    void a_person_reads_a_list_as_a_table() {
        run("memorize", "--text", "Ana plays the viola.");
        CommandRun table = run("list", "resources", "--color", "always");
        assertThat(table.out().lines().findFirst().orElseThrow()).matches("\u001b\\[1mid +kind +text\u001b\\[0m");
        assertThat(run("list", "resources").out()).doesNotContain("kind");
    }

    @Test
    void a_shell_completes_commands() {
        CommandRun bash = CommandRun.of("completion", "bash");
        assertThat(bash.out()).contains("memorize", "--embedding-model", "complete -F", "bashcompinit");
        assertThat(CommandRun.of("completion", "zsh").out()).isEqualTo(bash.out());
        assertThat(CommandRun.of("completion", "fish").code()).isEqualTo(2);
    }

    private CommandRun run(String... args) {
        String[] all = new String[args.length + 4];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "--config";
        all[args.length + 1] = file.toString();
        all[args.length + 2] = "--llm";
        all[args.length + 3] = "local";
        return CommandRun.of(all);
    }

    private static String of(JsonNode settings, String key, String field) {
        for (JsonNode setting : settings) {
            if (setting.get("key").textValue().equals(key)) {
                return setting.get(field).asText();
            }
        }
        throw new AssertionError("There is no setting " + key + ".");
    }
}
