package io.memu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingCommandsTest {
    @TempDir
    static Path folder;

    private static JsonNode memorized;

    @BeforeAll
    static void memorize() throws IOException {
        Path chat = Files.writeString(
                folder.resolve("chat.json"),
                """
                [{"role": "user", "name": "Ana", "content": "I moved to Porto in May 2024 and I love the river.",
                  "created_at": "2024-06-02T10:00:00Z"},
                 {"role": "user", "name": "Ben", "content": ""},
                 {"role": "user", "name": "Ben", "content": "My sister Carla works as a pilot.",
                  "created_at": "2024-06-02T10:01:00+02:00"},
                 {"role": "user", "name": "Ana", "content": "My hobbies are sports, games and arts, I play chess every weekend."}]
                """);
        memorized = memu("memorize", chat.toString(), "--json").json().get(0);
    }

    @Test
    void retrieve_prints_exactly_the_documented_fields() {
        JsonNode found = memu("retrieve", "Where does Ana live?", "--json").json();

        assertThat(names(found))
                .containsExactly(
                        "needs_retrieval",
                        "original_query",
                        "rewritten_query",
                        "next_step_query",
                        "categories",
                        "items",
                        "resources",
                        "passages");
        assertThat(names(found.get("categories").get(0))).containsExactly("id", "name", "summary", "score");
        assertThat(names(found.get("items").get(0)))
                .containsExactly(
                        "id",
                        "memory_type",
                        "summary",
                        "speaker",
                        "said_at",
                        "valid_from",
                        "valid_until",
                        "closing",
                        "score",
                        "resource_ids",
                        "passage_ids");
        assertThat(names(found.get("resources").get(0))).containsExactly("id", "url", "modality", "caption", "score");
        assertThat(names(found.get("passages").get(0)))
                .containsExactly("id", "resource_id", "url", "index", "speaker", "said_at", "text", "score");
    }

    @Test
    void the_proving_message_comes_first_with_its_place_speaker_and_time() {
        JsonNode passage = memu("retrieve", "What is the job of Ben's sister?", "--json")
                .json()
                .get("passages")
                .get(0);

        assertThat(passage.get("index").intValue()).isEqualTo(2);
        assertThat(passage.get("speaker").textValue()).isEqualTo("Ben");
        assertThat(passage.get("said_at").textValue()).isEqualTo("2024-06-02T10:01:00+02:00");
        assertThat(passage.get("resource_id").textValue())
                .isEqualTo(memorized.get("resource").get("id").textValue());
        assertThat(passage.get("score").isDouble()).isTrue();
    }

    @Test
    void retrieve_takes_filters_and_a_reference_time() {
        assertThat(said(passages("retrieve", "works or lives", "--speaker", "ben")))
                .containsExactly("My sister Carla works as a pilot.");
        assertThat(said(passages("retrieve", "works or lives", "--until", "2024-06-02T08:30:00Z")))
                .containsExactly("My sister Carla works as a pilot.");
        assertThat(passages("retrieve", "works or lives", "--since", "2024-06-03"))
                .isEmpty();
        assertThat(passages("retrieve", "works or lives", "--modality", "document"))
                .isEmpty();
        assertThat(passages("retrieve", "works or lives", "--resource", "nothing"))
                .isEmpty();
        assertThat(passages("retrieve", "works or lives", "--attribute", "team=red"))
                .isEmpty();
        assertThat(memu("retrieve", "Porto", "--type", "behavior", "--json")
                        .json()
                        .get("items"))
                .allMatch(item -> item.get("memory_type").textValue().equals("behavior"));
        assertThat(memu("retrieve", "Porto", "--category", "nothing", "--json")
                        .json()
                        .get("categories"))
                .isEmpty();
        assertThat(said(passages("retrieve", "What did we talk about yesterday?", "--now", "2024-06-03")))
                .hasSize(2);
    }

    @Test
    void prompt_prints_the_fenced_text_for_a_chat_model_within_its_budget() {
        String prompt = memu("retrieve", "What is the job of Ben's sister?", "--prompt", "400")
                .out();

        assertThat(prompt).contains("<recalled-memory-", "Passages:");
        assertThat(prompt.length()).isLessThan(4 * 400);
        assertThat(memu("retrieve", "What is the job of Ben's sister?", "--prompt", "0")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void explain_says_which_signals_spoke_and_their_shares_make_the_score() {
        JsonNode found = passages("retrieve", "What is the job of Ben's sister?", "--explain")
                .get(0);

        double sum = 0;
        for (JsonNode signal : found.get("signals")) {
            assertThat(names(signal)).containsExactly("signal", "strength", "share");
            sum += signal.get("share").doubleValue();
        }
        assertThat(sum).isCloseTo(found.get("score").doubleValue(), within(1e-6));
        assertThat(memu("retrieve", "What is the job of Ben's sister?", "--explain")
                        .out())
                .contains("why: ")
                .contains("speaker");
    }

    @Test
    void top_k_bounds_each_list() {
        JsonNode found = memu("retrieve", "Ana", "--json", "--top-k", "1").json();

        for (String list : List.of("categories", "items", "resources", "passages")) {
            assertThat(found.get(list)).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void people_read_quotes_with_speaker_date_and_source() {
        assertThat(memu("retrieve", "What is the job of Ben's sister?").out())
                .contains("\"My sister Carla works as a pilot.\"")
                .contains("Ben, 2 June 2024, 10:01, in chat.json");
    }

    @Test
    void list_pages_through_everything_once() {
        int all = memu("list", "items", "--json").json().get("items").size();
        List<String> seen = new ArrayList<>();
        JsonNode page = memu("list", "items", "--limit", "1", "--json").json();
        while (true) {
            page.get("items").forEach(item -> seen.add(item.get("id").textValue()));
            if (page.get("next").isNull()) {
                break;
            }
            page = memu(
                            "list",
                            "items",
                            "--limit",
                            "1",
                            "--json",
                            "--cursor",
                            page.get("next").textValue())
                    .json();
        }

        assertThat(seen).hasSize(all).doesNotHaveDuplicates();
        assertThat(all).isPositive();
    }

    @Test
    void list_says_how_to_go_on() {
        CommandRun run = memu("list", "items", "--limit", "1");

        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.err()).startsWith("memu: There are more: add --cursor ");
    }

    @Test
    void show_tells_what_belongs_to_an_item_a_category_and_a_resource() {
        JsonNode item = memorized.get("items").get(0);
        JsonNode shownItem = memu("show", id(item), "--json").json();
        assertThat(shownItem.get("item").get("summary")).isEqualTo(item.get("summary"));
        assertThat(shownItem.get("passages").findValuesAsText("id"))
                .containsExactlyInAnyOrderElementsOf(texts(item.get("passage_ids")));

        JsonNode category =
                memu("list", "categories", "--json").json().get("categories").get(0);
        JsonNode shownCategory = memu("show", id(category), "--json").json();
        assertThat(shownCategory.get("category")).isEqualTo(category);
        assertThat(shownCategory.get("items")).isNotEmpty();

        JsonNode shownResource =
                memu("show", id(memorized.get("resource")), "--json").json();
        assertThat(shownResource.get("passages").findValuesAsText("index")).containsExactly("0", "2", "3");
    }

    @Test
    void show_reads_well() {
        assertThat(memu("show", id(memorized.get("resource"))).out())
                .contains("chat.json", "Ana, 2 June 2024, 10:00: \"I moved to Porto", "Ana, message 4:");
        assertThat(memu("show", id(memorized.get("items").get(0))).out()).contains("Proof:");
    }

    @Test
    void an_unknown_id_is_one_line() {
        CommandRun run = memu("show", "nothing");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).matches("memu: .*'nothing'.*\\n");
    }

    @Test
    void status_counts_and_names_the_vectors() {
        JsonNode status = memu("status", "--json").json();

        assertThat(status.get("schema_up_to_date").booleanValue()).isTrue();
        assertThat(status.get("counts").get("passages").intValue()).isEqualTo(3);
        assertThat(status.get("embedding_space").textValue()).isEqualTo("bge-small-en-v1.5-q/384");
        assertThat(status.get("up").booleanValue()).isTrue();
        assertThat(memu("status").out()).contains("up to date", "3 passages");
    }

    @Test
    void migrate_finds_nothing_pending() {
        CommandRun run = memu("migrate");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("nothing was pending");
        assertThat(memu("migrate", "--json").json().get("applied")).isEmpty();
    }

    private static JsonNode passages(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--json");
        return memu(all.toArray(String[]::new)).json().get("passages");
    }

    private static List<String> said(JsonNode passages) {
        List<String> texts = new ArrayList<>();
        passages.forEach(passage -> texts.add(passage.get("text").textValue()));
        return texts;
    }

    private static CommandRun memu(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "--db";
        all[1] = folder.resolve("memu.db").toString();
        System.arraycopy(args, 0, all, 2, args.length);
        return CommandRun.of(all);
    }

    private static String id(JsonNode node) {
        return node.get("id").textValue();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.textValue()));
        return texts;
    }
}
