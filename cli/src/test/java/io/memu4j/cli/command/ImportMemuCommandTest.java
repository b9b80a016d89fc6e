package io.memu4j.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MemU's files, made with plain SQL and by hand, through the command. {@code -Dmemu4j.truncations=1000} for a long run. */
class ImportMemuCommandTest {
    private static final int TRUNCATIONS = Integer.getInteger("memu4j.truncations", 25);
    private static final int EACH = 6;
    private static final String MODEL = "text-embedding-3-small";

    @TempDir
    Path folder;

    private Path original;
    private Path vectors;

    /** Where each entry of the vectors file ends, and how many vectors it gives: a source's is also that of its passage. */
    private final List<int[]> entries = new ArrayList<>();

    @BeforeEach
    void installation() throws Exception {
        original = folder.resolve("original.db");
        sql(
                "create table resources (id text primary key, user_id text, agent_id text, url text, modality text,"
                        + " local_path text, caption text, created_at real)",
                "create table memory_items (id text primary key, user_id text, agent_id text, resource_id text,"
                        + " memory_type text, summary text, created_at real)",
                "create table categories (id text primary key, user_id text, agent_id text, name text,"
                        + " description text, summary text, created_at real)",
                "create table category_items (item_id text, category_id text, user_id text, agent_id text,"
                        + " primary key (item_id, category_id))");
        StringBuilder json = new StringBuilder("{");
        for (String collection : List.of("resources", "items", "categories")) {
            json.append(json.length() == 1 ? "" : "}, ")
                    .append('"')
                    .append(collection)
                    .append("\": {");
            for (int n = 0; n < EACH; n++) {
                row(collection, n);
                json.append(n == 0 ? "" : ", ").append(entry(collection, n));
                int length = json.toString().getBytes(UTF_8).length;
                entries.add(new int[] {length, collection.equals("resources") ? 2 : 1});
            }
        }
        vectors = Files.writeString(folder.resolve("vectors.json"), json + "}}");
    }

    private static String user(int n) {
        return n % 2 == 0 ? "alice" : "bob";
    }

    private static String id(String collection, int n) {
        return "0b0e7d52-7a3f-4c35-9f5c-%012d".formatted(collection.length() * 1_000 + n);
    }

    private void row(String collection, int n) throws SQLException {
        String head = "('" + id(collection, n) + "', '" + user(n) + "', 'a', ";
        switch (collection) {
            case "resources" ->
                sql("insert into resources values " + head + "'chats/" + n + ".json', 'conversation', './data/" + n
                        + ".json', 'Chat number " + n + " in K\u00f6ln', 1763700000.5)");
            case "items" -> {
                sql("insert into memory_items values " + head + "'" + id("resources", n) + "', 'profile', 'Statement "
                        + n + " about dogs', 1763700001)");
                sql("insert into category_items values ('" + id("items", n) + "', '" + id("categories", n) + "', '"
                        + user(n) + "', 'a')");
            }
            default ->
                sql("insert into categories values " + head + "'topic" + n + "', 'About', '# Topic', 1763700002)");
        }
    }

    private static String entry(String collection, int n) {
        return "\"" + id(collection, n) + "\": {\"user_id\": \"" + user(n) + "\", \"agent_id\": \"a\", \"vector\": ["
                + (n + 1) + ", 0.25, -1e-3], \"text\": \"K\u00f6ln \\\" } ] " + n + "\"}";
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + original);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void everything_comes_over_with_its_vectors_and_the_report_says_so_per_user() {
        CommandRun run = keepingVectors("memu.db", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().at("/imported/complete").booleanValue()).isTrue();
        assertThat(run.json().get("losses")).isEmpty();
        assertThat(run.json().at("/vectors_file/usable").intValue()).isEqualTo(3 * EACH);
        assertThat(users(run.json())).containsExactly("alice/a", "bob/a");
        for (JsonNode memory : run.json().at("/imported/memories")) {
            for (String kind : List.of("categories", "resources", "passages", "items")) {
                assertThat(memory.at("/" + kind + "/added").intValue()).as(kind).isEqualTo(EACH / 2);
            }
            assertThat(memory.at("/vectors/kept").intValue()).isEqualTo(4 * EACH / 2);
            assertThat(memory.at("/vectors/missing").intValue()).isZero();
        }
        JsonNode counts = memu("memu.db", "status", "--user", "bob", "--agent", "a", "--json")
                .json();
        assertThat(counts.at("/counts/items").intValue()).isEqualTo(EACH / 2);
        assertThat(counts.get("embedding_space").textValue()).isEqualTo(MODEL + "/3");
        assertThat(memu("memu.db", "list", "items", "--user", "alice", "--agent", "a")
                        .out())
                .contains("Statement 4 about dogs")
                .doesNotContain("Statement 3");
    }

    @Test
    void twice_changes_nothing() throws IOException {
        keepingVectors("memu.db");
        String before = export("memu.db", "before");
        CommandRun again = keepingVectors("memu.db");
        assertThat(again.code()).isZero();
        assertThat(again.out())
                .contains("items: 0 added, " + EACH / 2 + " unchanged, 0 merged, 0 different, 0 left out")
                .doesNotContainPattern("[1-9]\\d* added");
        assertThat(export("memu.db", "after")).isEqualTo(before);
    }

    @Test
    void by_default_every_text_is_embedded_with_the_configured_model() {
        CommandRun run = memu("memu.db", "import-memu", "--from", original.toString(), "--json");
        assertThat(run.json().at("/imported/memories/0/vectors/made").intValue())
                .isEqualTo(4 * EACH / 2);
        assertThat(memu("memu.db", "retrieve", "dogs", "--user", "alice", "--agent", "a")
                        .out())
                .contains("about dogs");
    }

    @Test
    void what_cannot_come_over_as_it_was_is_reported_for_its_user() throws Exception {
        sql(
                "insert into memory_items values ('raw', 'bob', 'a', null, 'event', '{\"memories_items\": []}', 1)",
                "insert into memory_items values ('odd', 'alice', 'a', 'gone', 'Odd!', 'Alice was here', 'soon')",
                "insert into category_items values ('ghost', '" + id("categories", 0) + "', 'alice', 'a')");
        Path resources = Files.createDirectories(folder.resolve("data"));
        Files.writeString(resources.resolve("0.json"), "[]");
        CommandRun run = memu(
                "memu.db",
                "import-memu",
                "--from",
                original.toString(),
                "--vectors",
                vectors.toString(),
                "--embedding-model",
                MODEL,
                "--resources",
                resources.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("Not as it was:")
                .contains("- user bob, agent a: memory left out: its text is the raw answer of a model (1)")
                .contains("- user alice, agent a: memory kept without its source, which is missing (1)")
                .contains("- user alice, agent a: the type of a memory is not known; it was taken as knowledge (1)")
                .contains("- user alice, agent a: a memory has no readable time; it got the beginning of 1970 (1)")
                .contains("- user alice, agent a: link left out: there is no such item (1)")
                .contains("- user alice, agent a: copy missing: the folder of resources has no such file (2)")
                .contains("- user bob, agent a: copy missing: the folder of resources has no such file (3)")
                .contains("copies: 1 kept");
    }

    @Test
    void files_that_are_none_are_one_line_and_leave_no_rows() throws IOException {
        Path text = Files.writeString(folder.resolve("text.db"), "no database at all ".repeat(200));
        for (String from : List.of(text.toString(), folder.resolve("none.db").toString(), folder.toString())) {
            CommandRun run = memu("memu.db", "import-memu", "--from", from);
            assertThat(run.code()).as(from).isEqualTo(1);
            assertThat(run.err()).as(from).matches("memu: .+\\n");
        }
        assertThat(memu("memu.db", "import-memu", "--from", original.toString(), "--embedding-model", MODEL)
                        .code())
                .as("--vectors is missing")
                .isEqualTo(2);
        assertThat(memu("memu.db", "import-memu").code()).isEqualTo(2);
    }

    @Test
    void of_vectors_cut_off_anywhere_every_whole_one_is_kept() throws IOException {
        byte[] whole = Files.readAllBytes(vectors);
        memu("empty.db", "migrate");
        Random random = new Random(20261122);
        for (int round = 0; round < TRUNCATIONS; round++) {
            int cut = random.nextInt(whole.length);
            Files.write(vectors, Arrays.copyOf(whole, cut));
            Files.copy(folder.resolve("empty.db"), folder.resolve("target.db"));

            CommandRun run = keepingVectors("target.db", "--json");

            assertThat(run.code()).as("cut at %s: %s", cut, run.err()).isZero();
            JsonNode report = run.json();
            int expected = entries.stream()
                    .filter(entry -> entry[0] <= cut)
                    .mapToInt(entry -> entry[1])
                    .sum();
            assertThat(sum(report, "/vectors/kept")).as("cut at %s", cut).isEqualTo(expected);
            assertThat(sum(report, "/vectors/missing")).as("cut at %s", cut).isEqualTo(4 * EACH - expected);
            assertThat(sum(report, "/items/added")).isEqualTo(EACH);
            assertThat(report.at("/vectors_file/problem").textValue()).isNotBlank();
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(folder.resolve("target.db" + suffix));
            }
        }
    }

    private static int sum(JsonNode report, String path) {
        return StreamSupport.stream(report.at("/imported/memories").spliterator(), false)
                .mapToInt(memory -> memory.at(path).intValue())
                .sum();
    }

    private static List<String> users(JsonNode report) {
        return StreamSupport.stream(report.at("/imported/memories").spliterator(), false)
                .map(memory -> memory.get("user").textValue() + "/"
                        + memory.get("agent").textValue())
                .toList();
    }

    private CommandRun keepingVectors(String database, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "import-memu",
                "--from",
                original.toString(),
                "--vectors",
                vectors.toString(),
                "--embedding-model",
                MODEL));
        args.addAll(List.of(more));
        return memu(database, args.toArray(String[]::new));
    }

    /** All but the first line, which tells the time, and the last one, whose checksum covers it. */
    private String export(String database, String name) throws IOException {
        Path file = folder.resolve(name + ".jsonl");
        assertThat(memu(database, "export", file.toString(), "--all").code()).isZero();
        List<String> lines = Files.readAllLines(file);
        return String.join("\n", lines.subList(1, lines.size() - 1));
    }

    private CommandRun memu(String database, String... args) {
        List<String> all =
                new ArrayList<>(List.of("--db", folder.resolve(database).toString()));
        all.addAll(List.of(args));
        return CommandRun.of(all.toArray(String[]::new));
    }
}
