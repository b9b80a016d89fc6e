package io.memu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @TempDir
    Path folder;

    static Stream<List<String>> wrongUsage() {
        return Stream.of(
                List.of(),
                List.of("remember"),
                List.of("memorize"),
                List.of("memorize", "a.txt", "--modality", "smell"),
                List.of("memorize", "a.txt", "--colour"),
                List.of("retrieve"),
                List.of("retrieve", " "),
                List.of("memorize", "a.txt", "--key", "k"),
                List.of("memorize", "--text", "a", "--attribute", " =b"),
                List.of("memorize", "--text", "a", "--attribute", "b"),
                List.of("memorize", "--text", "a", "--key", " "),
                List.of("retrieve", "q", "--top-k", "0"),
                List.of("retrieve", "q", "--top-k", "many"),
                List.of("list"),
                List.of("list", "people"),
                List.of("list", "items", "--limit", "0"),
                List.of("list", "items", "--cursor", "half"),
                List.of("show"),
                List.of("reembed", "--batch", "0"),
                List.of("reembed", "--rate", "-1"),
                List.of("reembed", "--rate", "NaN"),
                List.of("forget"),
                List.of("export", "-"),
                List.of("export", "--all"),
                List.of("export", "a.jsonl", "--all", "--user", "ana"),
                List.of("import"),
                List.of("import-memu"),
                List.of("import-memu", "--from", "memu.db", "--embedding-model", "m"),
                List.of("import", "a.jsonl", "--as-user", " "),
                List.of("erase", "--user", "ana"),
                List.of("erase", "--yes"),
                List.of("reset", "--yes", "--user", "ana"),
                List.of("reset", "--yes", "--agent", "a"),
                List.of("restore", "backup", "--replace", "--user", "ana"),
                List.of("backup", "backup", "--user", "ana"),
                List.of("purge", "--user", "ana"),
                List.of("status", "--user", ""),
                List.of("status", "--agent", "a".repeat(256)),
                List.of("status", "--user"),
                List.of("memorize", "a.txt", "--llm", "magic"),
                List.of("memorize", "a.txt", "--chat-model", "m"),
                List.of("retrieve", "q", "--llm", "local", "--base-url", "http://localhost/v1"),
                List.of("retrieve", "q", "--llm", "ollama", "--base-url", "localhost:11434"),
                List.of("retrieve", "q", "--llm", "ollama", "--transcription-model", "m"),
                List.of("retrieve", "q", "--llm", "openai", "--base-url", "http://localhost/v1", "--chat-model", "m"),
                List.of("retrieve", "q", "--llm", "ollama", "--chat-model", " "),
                List.of("retrieve", "q", "--method", "guess"),
                List.of("retrieve", "q", "--method", "llm"),
                List.of("retrieve", "q", "--decide"),
                List.of("retrieve", "q", "--check-sufficiency"),
                List.of("retrieve", "q", "--context", "no role"),
                List.of("retrieve", "q", "--context", "user:"),
                List.of("status", "--db", ""),
                List.of("status", "--db", "jdbc:mysql://localhost/memory"));
    }

    static Stream<List<String>> needingADatabase() {
        return Stream.of(
                List.of("backup", "backup"),
                List.of("export", "a.jsonl", "--all"),
                List.of("erase", "--user", "ana", "--yes"),
                List.of("reset", "--yes"),
                List.of("purge"),
                List.of("reembed"));
    }

    @ParameterizedTest
    @MethodSource
    void needingADatabase(List<String> args) {
        CommandRun run = CommandRun.of(withDatabase(args));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).matches("memu: There is no database at .+\\n");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource
    void wrongUsage(List<String> args) {
        CommandRun run = CommandRun.of(withDatabase(args));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).matches("memu: .+\\n");
        assertThat(run.out()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "memorize",
                "retrieve",
                "list",
                "show",
                "forget",
                "migrate",
                "status",
                "reembed",
                "export",
                "import",
                "import-memu",
                "erase",
                "purge",
                "doctor"
            })
    void every_command_explains_itself_and_the_common_options(String command) {
        CommandRun run = CommandRun.of(command, "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "Usage: memu " + command,
                        "--user",
                        "--agent",
                        "--db",
                        "--copies",
                        "--llm",
                        "--json",
                        "--verbose",
                        "--debug",
                        "--help");
    }

    @ParameterizedTest
    @CsvSource({
        "add, Did you mean 'memorize'?",
        "search, Did you mean 'retrieve'?",
        "delete, Did you mean 'forget'?",
        "memorise, Did you mean 'memorize'?",
        "sttus, Did you mean 'status'?",
        "help, Use 'memu --help'",
        "frobnicate, There are demo"
    })
    void an_unknown_command_is_named_with_the_one_that_is_meant(String name, String words) {
        CommandRun run =
                CommandRun.of(name, "x", "--db", folder.resolve("memu.db").toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("memu: There is no command '" + name + "'. ")
                .contains(words);
    }

    @Test
    void help_names_every_command() {
        assertThat(CommandRun.of("--help").out())
                .contains("demo", "memorize", "retrieve", "list", "show", "forget", "migrate", "status", "reembed")
                .contains("export", "import", "erase", "purge", "doctor");
    }

    @Test
    void common_options_count_before_and_after_the_command() {
        String db = folder.resolve("memu.db").toString();

        CommandRun before = CommandRun.of("--db", db, "--user", "ana", "--json", "list", "items");
        CommandRun after = CommandRun.of("list", "items", "--user", "ana", "--json", "--db", db);
        CommandRun mixed = CommandRun.of("--user", "ana", "list", "--json", "items", "--db", db);

        assertThat(before.code()).isZero();
        assertThat(before.json().get("items")).isEmpty();
        assertThat(after).isEqualTo(before);
        assertThat(mixed).isEqualTo(before);
    }

    @Test
    void a_wrong_user_is_refused_before_the_command_as_after_it() {
        assertThat(CommandRun.of("--user", " ", "list", "items").code()).isEqualTo(2);
        assertThat(CommandRun.of("list", "items", "--user", " ").code()).isEqualTo(2);
    }

    @Test
    void reading_what_does_not_exist_yet_answers_empty_and_creates_nothing() {
        String db = folder.resolve("memu.db").toString();

        for (List<String> args : List.of(List.of("list", "items"), List.of("retrieve", "Who?"))) {
            CommandRun run = CommandRun.of(withDatabase(args));
            assertThat(run.code()).isZero();
            assertThat(run.err())
                    .isEqualTo("memu: There is no database at " + db + " yet; 'memu memorize' creates it.\n");
        }
        assertThat(CommandRun.of("show", "x", "--db", db).code()).isEqualTo(1);
        assertThat(CommandRun.of("forget", "x", "--db", db).code()).isEqualTo(1);
        assertThat(CommandRun.of("status", "--db", db).out()).contains("none yet; 'memu migrate' creates it");
        assertThat(Files.exists(folder.resolve("memu.db"))).isFalse();
    }

    private String[] withDatabase(List<String> args) {
        Stream<String> database = args.contains("--db")
                ? Stream.of()
                : Stream.of("--db", folder.resolve("memu.db").toString());
        return Stream.concat(database, args.stream()).toArray(String[]::new);
    }
}
