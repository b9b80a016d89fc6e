package io.memu4j.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.cli.CommandRun;
import io.memu4j.config.LlmConfig;
import io.memu4j.llm.local.LocalModelProvider;
import io.memu4j.spi.llm.Models;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemorizeCommandTest {
    private static final Models KEPT_LOADED = new LocalModelProvider().create(LlmConfig.local());
    private static final String CHAT =
            """
            [{"role": "user", "name": "Ana", "content": "I moved to Porto in May 2024 and I love the river.",
              "created_at": "2024-06-02T10:00:00Z"},
             {"role": "user", "name": "Ben", "content": "My hobbies are sports, games and arts, I play chess every weekend.",
              "created_at": "2024-06-02T10:01:00+02:00"}]
            """;

    @TempDir
    Path folder;

    private Path chat;

    @BeforeAll
    static void load() {
        KEPT_LOADED.embedding().orElseThrow().embedQuery("load once for all tests");
    }

    @AfterAll
    static void free() {
        KEPT_LOADED.close();
    }

    @BeforeEach
    void writeChat() throws IOException {
        chat = Files.writeString(folder.resolve("chat.json"), CHAT);
    }

    @Test
    void json_is_an_array_with_one_result_per_source() {
        CommandRun run = memu("memorize", chat.toString(), "--json");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode result = run.json().get(0);
        assertThat(result.fieldNames())
                .toIterable()
                .containsExactly("resource", "unchanged", "items", "categories", "relations", "left_out", "understood");
        assertThat(result.get("unchanged").booleanValue()).isFalse();
        assertThat(result.get("resource").get("state").textValue()).isEqualTo("complete");
        assertThat(result.get("resource").get("modality").textValue()).isEqualTo("conversation");
        assertThat(result.get("resource").get("url").textValue()).endsWith("chat.json");
        assertThat(result.get("items").findValuesAsText("memory_type")).isNotEmpty();
        assertThat(result.get("relations").get(0).fieldNames()).toIterable().containsExactly("item_id", "category_id");
    }

    @Test
    void the_same_file_twice_is_unchanged_the_second_time() {
        JsonNode first = memu("memorize", chat.toString(), "--json").json().get(0);
        JsonNode second = memu("memorize", chat.toString(), "--json").json().get(0);

        assertThat(second.get("unchanged").booleanValue()).isTrue();
        assertThat(second.get("resource")).isEqualTo(first.get("resource"));
        assertThat(memu("memorize", chat.toString()).out()).startsWith("Unchanged: ");
    }

    @Test
    void a_text_is_what_the_user_says_and_known_by_its_content_or_a_key() {
        JsonNode first =
                memu("memorize", "--text", "I live in Turku.", "--json").json().get(0);

        assertThat(first.get("resource").get("modality").textValue()).isEqualTo("conversation");
        assertThat(memu("memorize", "--text", "I live in Turku.").out()).startsWith("Unchanged: ");
        assertThat(memu("memorize", "--text", "I collect old radios.", "--key", "home", "--json")
                        .json()
                        .get(0)
                        .get("resource")
                        .get("url")
                        .textValue())
                .isEqualTo("home");
        assertThat(memu("retrieve", "Who", "lives", "in", "Turku", "--json")
                        .json()
                        .get("passages"))
                .first()
                .satisfies(found -> {
                    assertThat(found.get("text").textValue()).isEqualTo("I live in Turku.");
                    assertThat(found.get("speaker").textValue()).isEqualTo("user");
                });
    }

    @Test
    void standard_input_is_recognised_as_a_file_would_be() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(CHAT.getBytes(StandardCharsets.UTF_8)));
        try {
            JsonNode result =
                    memu("memorize", "-", "--key", "piped", "--json").json().get(0);
            assertThat(result.get("resource").get("url").textValue()).isEqualTo("piped");
            assertThat(result.get("resource").get("modality").textValue()).isEqualTo("conversation");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void a_text_in_place_of_a_path_is_told_what_to_do_and_not_repeated() {
        CommandRun run = memu("memorize", "I live in Turku.");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("looks like a text", "--text", "memu memorize -")
                .doesNotContain("There is no file I");
    }

    @Test
    void attributes_of_the_sources_are_set_and_found_by() {
        JsonNode result = memu(
                        "memorize", chat.toString(), "--attribute", "channel=phone", "--attribute", "team=7", "--json")
                .json()
                .get(0);

        assertThat(result.get("resource").get("attributes").get("channel").textValue())
                .isEqualTo("phone");
        assertThat(memu("retrieve", "Porto", "--attribute", "channel=phone", "--json")
                        .json()
                        .get("resources"))
                .hasSize(1);
        assertThat(memu("retrieve", "Porto", "--attribute", "channel=mail", "--json")
                        .json()
                        .get("resources"))
                .isEmpty();
    }

    @Test
    void a_type_or_category_that_this_memory_does_not_have_is_told() {
        memu("memorize", chat.toString());

        CommandRun run = memu("retrieve", "Porto", "--type", "preference", "--category", "nonsense");

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .contains("No item of this memory has the type 'preference'. The usual types are profile, event")
                .contains("This memory has no category 'nonsense'. It has ");
        assertThat(memu("retrieve", "Porto", "--type", "event,profile").err()).doesNotContain("category");
    }

    @Test
    void a_failing_source_is_named_and_leaves_the_others_done() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.txt"));
        Path notes = Files.writeString(folder.resolve("notes.md"), "# Garden\n\nThe tomatoes need water every day.\n");

        CommandRun run = memu(
                "memorize",
                chat.toString(),
                empty.toString(),
                folder.resolve("missing").toString(),
                notes.toString(),
                "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json().findValuesAsText("url"))
                .satisfiesExactly(url -> assertThat(url).endsWith("chat.json"), url -> assertThat(url)
                        .endsWith("notes.md"));
        assertThat(run.err().lines())
                .hasSize(2)
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("memu: ").contains("empty.txt"),
                        line -> assertThat(line).startsWith("memu: ").contains("missing"));
    }

    @Test
    void unusable_sources_fail_with_one_line_and_change_nothing() throws IOException {
        memu("memorize", chat.toString());
        String before = everything();

        assertRefused(folder.resolve("missing.json"));
        assertRefused(folder);
        assertRefused(Files.createFile(folder.resolve("empty.json")));
        assertRefused(Files.writeString(folder.resolve("blank.txt"), " \n\t "));
        assertRefused(Files.writeString(folder.resolve("broken.json"), "[{\"role\": \"user\", \"content\": \"hi\""));
        assertRefused(Files.write(folder.resolve("binary.txt"), randomBytes(4_096)));
        assertRefused(large(folder.resolve("large.txt")));

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void an_unreadable_file_fails_with_one_line() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "Nobody may read this.");
        assumeTrue(secret.toFile().setReadable(false) && !Files.isReadable(secret), "root reads everything");

        assertRefused(secret);
    }

    @Test
    void addresses_that_are_not_allowed_are_refused() {
        assertRefused("http://127.0.0.1:9/x");
        assertRefused("http://[::1]:9/x");
        assertRefused("ftp://example.org/x");
        assertRefused("http://exa mple/");
    }

    @Test
    void the_password_in_an_address_is_not_repeated() {
        CommandRun run = memu("memorize", "https://ana:hunter2@example.org/notes");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("https://example.org/notes")
                .doesNotContain("hunter2")
                .doesNotContain("ana:");
    }

    @Test
    void the_query_of_an_address_is_not_repeated() {
        for (String address : new String[] {
            "http://127.0.0.1:9/notes?key=hunter2#hunter2",
            "http://exa mple/notes?key=hunter2",
            "ftp://a/notes?key=hunter2"
        }) {
            CommandRun run = memu("memorize", address);

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("/notes").doesNotContain("hunter2");
        }
    }

    @Test
    void a_failure_of_every_source_creates_no_database() {
        assertThat(memu("memorize", "missing").code()).isEqualTo(1);

        assertThat(folder.resolve("memu.db")).doesNotExist();
    }

    @Test
    void another_user_and_another_agent_see_nothing_of_it() {
        memu("memorize", chat.toString(), "--user", "ana", "--agent", "one");

        for (String[] scope : new String[][] {{"ben", "one"}, {"ana", "two"}, {"default", "default"}}) {
            String[] options = {"--user", scope[0], "--agent", scope[1], "--json"};
            assertThat(memu(options, "list", "items").json().get("items")).isEmpty();
            assertThat(memu(options, "list", "resources").json().get("resources"))
                    .isEmpty();
            assertThat(memu(options, "list", "categories").json().get("categories"))
                    .isEmpty();
            assertThat(memu(options, "retrieve", "Where did Ana move?").json().get("passages"))
                    .isEmpty();
        }
        String[] owner = {"--user", "ana", "--agent", "one", "--json"};
        assertThat(memu(owner, "retrieve", "Where did Ana move?").json().get("passages"))
                .isNotEmpty();
    }

    @Test
    void without_options_the_scope_is_default_and_default() {
        memu("memorize", chat.toString());

        assertThat(memu("list", "resources", "--user", "default", "--agent", "default", "--json")
                        .json()
                        .get("resources"))
                .hasSize(1);
    }

    @Test
    void progress_is_for_terminals_alone() {
        CommandRun watched = CommandRun.of(true, "memorize", chat.toString(), "--db", db());

        assertThat(watched.err()).contains("understand").endsWith("\r\u001b[K");
        assertThat(memu("memorize", chat.toString(), "--user", "other").err()).isEmpty();
    }

    private void assertRefused(Path source) {
        assertRefused(source.toString());
    }

    private void assertRefused(String source) {
        CommandRun run = memu("memorize", source);
        assertThat(run.code()).as(source).isEqualTo(1);
        assertThat(run.err()).matches("memu: .+\\n").contains(source).doesNotContain("Unexpected failure");
        assertThat(run.out()).isEmpty();
    }

    private String everything() {
        return memu("list", "items", "--json").out()
                + memu("list", "categories", "--json").out()
                + memu("list", "resources", "--json").out();
    }

    private CommandRun memu(String... args) {
        return memu(new String[0], args);
    }

    private CommandRun memu(String[] options, String... args) {
        String[] all = new String[args.length + options.length + 2];
        System.arraycopy(args, 0, all, 0, args.length);
        System.arraycopy(options, 0, all, args.length, options.length);
        all[all.length - 2] = "--db";
        all[all.length - 1] = db();
        return CommandRun.of(all);
    }

    private String db() {
        return folder.resolve("memu.db").toString();
    }

    private static Path large(Path file) throws IOException {
        byte[] line = "This line is one of very many that say nothing at all.\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long written = 0; written < 50L << 20; written += line.length) {
                out.write(line);
            }
        }
        return file;
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
