package io.memu4j.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferCommandsTest {
    private static final String CHAT =
            "I love my dog Bruno, he is six years old.\n\nI play chess every weekend in K\u00f6ln.\n";

    @TempDir
    Path folder;

    @BeforeEach
    void memorize() throws IOException {
        Path chat = Files.writeString(folder.resolve("chat.txt"), CHAT);
        assertThat(memu("memu", "memorize", chat.toString(), "--user", "ana").code())
                .isZero();
    }

    @Test
    void a_memory_goes_into_a_file_and_into_another_database_of_another_kind() throws IOException {
        String file = folder.resolve("ana.jsonl.gz").toString();
        CommandRun exported = memu("memu", "export", file, "--user", "ana", "--json");
        assertThat(exported.json().get("resources").intValue()).isEqualTo(1);
        assertThat(exported.json().get("copies").intValue()).isEqualTo(1);
        assertThat(memu("memu", "export", file, "--user", "ana").err()).matches("memu: The file .+ exists.+\\n");

        String h2 = "jdbc:h2:file:" + folder.resolve("other");
        JsonNode imported = CommandRun.of("--db", h2, "import", file, "--as-user", "bo", "--json")
                .json();
        assertThat(imported.get("complete").booleanValue()).isTrue();
        assertThat(imported.at("/memories/0/user").textValue()).isEqualTo("bo");
        assertThat(CommandRun.of("--db", h2, "retrieve", "dog", "--user", "bo").out())
                .contains("Bruno");
        assertThat(CommandRun.of("--db", h2, "import", file, "--as-user", "bo").out())
                .contains("items: 0 added")
                .contains("resources: 0 added, 1 unchanged");
    }

    @Test
    void stdout_and_stdin_are_files_too() {
        CommandRun exported = memu("memu", "export", "-", "--all");
        assertThat(exported.out()).startsWith("{\"format\":\"memu4j-export\"").contains("K\u00f6ln");
        assertThat(exported.err()).startsWith("memu: Exported to stdout: 1 memories");
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(exported.out().getBytes(UTF_8)));
            assertThat(memu("second", "import", "-").code()).isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(memu("second", "retrieve", "dog", "--user", "ana").out()).contains("Bruno");
    }

    @Test
    void a_damaged_file_is_refused_with_one_line_and_partial_takes_what_is_whole() throws IOException {
        Path file = folder.resolve("ana.jsonl");
        memu("memu", "export", file.toString(), "--all");
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 400));
        CommandRun refused = memu("third", "import", file.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).matches("memu: The export is not whole.+\\n");
        CommandRun partial = memu("third", "import", file.toString(), "--partial", "--json");
        assertThat(partial.code()).as("something is missing").isEqualTo(1);
        assertThat(partial.json().get("cut_off").textValue()).contains("within line");
    }

    @Test
    void a_user_is_erased_with_proof_and_the_files_are_purged() throws IOException {
        JsonNode report =
                memu("memu", "erase", "--user", "ana", "--yes", "--json").json();
        assertThat(report.get("complete").booleanValue()).isTrue();
        assertThat(report.at("/memories/0/before/passages").intValue()).isPositive();
        assertThat(report.at("/memories/0/after/passages").intValue()).isZero();
        assertThat(report.at("/memories/0/copies_deleted").intValue()).isEqualTo(1);
        assertThat(report.get("not_covered")).isNotEmpty();
        assertThat(memu("memu", "erase", "--user", "ana", "--yes").out()).contains("There is no memory of that user.");
        assertThat(memu("memu", "purge").code()).isZero();
        assertThat(Files.readString(folder.resolve("memu.db"), ISO_8859_1)).doesNotContain("Bruno");
    }

    private CommandRun memu(String database, String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "--db";
        all[1] = folder.resolve(database + ".db").toString();
        System.arraycopy(args, 0, all, 2, args.length);
        return CommandRun.of(all);
    }
}
