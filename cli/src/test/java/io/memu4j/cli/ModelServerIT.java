package io.memu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.tck.wire.ScriptedModelServer;
import io.memu4j.tck.wire.WireReply;
import io.memu4j.tck.wire.WireRequest;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with the models of a server that speaks OpenAI's protocol. */
class ModelServerIT {
    @TempDir
    Path folder;

    private final ScriptedModelServer server = ScriptedModelServer.start();

    @BeforeEach
    void writeNotes() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "Zoë lives in Porto. She plays the cello every evening.");
    }

    @BeforeEach
    void understand() {
        server.chat(ModelServerIT::said);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void the_chat_model_says_what_is_remembered_in_one_call_and_sums_it_up_in_another() {
        CommandRun memorized = memu("memorize", folder.resolve("notes.txt").toString(), "--verbose");

        assertThat(memorized.code()).isZero();
        assertThat(memorized.out()).contains("Zoë is at home in Porto.");
        assertThat(memorized.err())
                .contains("memu: extract by talker: 11 tokens in, 7 out, ")
                .contains("memu: summarize by talker: 11 tokens in, 7 out, ")
                .contains("memu: Model calls: 2, embedding calls: ")
                .doesNotContain("unusable");
        assertThat(server.requests("/chat/completions"))
                .extracting(request ->
                        request.json().at("/response_format/json_schema/name").asText())
                .containsExactly("notes", "summaries");
        assertThat(memu("list", "categories", "--json").out()).contains("- Zoë: Porto");
        assertThat(memu("retrieve", "Where is Zoë at home?", "--json")
                        .json()
                        .get("items")
                        .get(0)
                        .get("summary")
                        .textValue())
                .isEqualTo("Zoë is at home in Porto.");
    }

    @Test
    void what_was_memorized_is_found_with_the_vectors_of_the_server() {
        assertThat(memu("memorize", folder.resolve("notes.txt").toString()).code())
                .isZero();
        int before = server.requests("/embeddings").size();

        CommandRun found = memu("retrieve", "Where does Zoë live?", "--json");

        assertThat(found.code()).isZero();
        assertThat(found.json().get("passages").get(0).get("text").textValue()).contains("Porto");
        assertThat(before).isPositive();
        assertThat(server.requests("/embeddings")).hasSize(before + 1);
        assertThat(memu("status").out()).contains("embedder");
    }

    @Test
    void with_context_the_question_is_put_anew_and_the_model_ranks_where_asked_to() {
        memu("memorize", folder.resolve("notes.txt").toString());

        CommandRun found = memu(
                "retrieve",
                "Where does she live?",
                "--context",
                "user:I met Zoë today.",
                "--context",
                "assistant:How nice!",
                "--method",
                "llm",
                "--json",
                "--verbose");

        assertThat(found.code()).isZero();
        assertThat(found.json().get("rewritten_query").textValue()).isEqualTo("Where is Zoë at home?");
        assertThat(found.json().get("items")).isNotEmpty();
        assertThat(found.err())
                .contains("memu: decide by talker: ", "memu: rank by talker: ")
                .contains("memu: Model calls: 2, embedding calls: 1,");
        assertThat(server.requests("/chat/completions"))
                .anyMatch(request -> request.text().contains("I met Zoë today."));
    }

    @Test
    void rag_and_a_single_question_take_no_chat_call_and_one_for_the_vector() {
        memu("memorize", folder.resolve("notes.txt").toString());

        CommandRun found = memu("retrieve", "Where does Zoë live?", "--method", "rag", "--verbose");

        assertThat(found.code()).isZero();
        assertThat(found.err()).contains("memu: Model calls: 0, embedding calls: 1,");
    }

    @Test
    void decide_puts_a_single_question_anew_and_may_find_that_no_memory_is_needed() {
        memu("memorize", folder.resolve("notes.txt").toString());

        CommandRun found = memu("retrieve", "Where does she live?", "--decide", "--json", "--verbose");
        assertThat(found.json().get("rewritten_query").textValue()).isEqualTo("Where is Zoë at home?");
        assertThat(found.err()).contains("memu: decide by talker: ", "memu: Model calls: 1, embedding calls: 1,");

        server.chat(request -> "{\"retrieve\": false, \"query\": \"\"}");
        CommandRun none = memu("retrieve", "Thanks!", "--decide", "--json", "--verbose");
        assertThat(none.json().get("needs_retrieval").booleanValue()).isFalse();
        assertThat(none.json().get("passages")).isEmpty();
        assertThat(none.err()).contains("memu: Model calls: 1, embedding calls: 0,");
    }

    @Test
    void check_sufficiency_stops_where_it_is_enough_and_else_asks_on_with_the_next_question() {
        memu("memorize", folder.resolve("notes.txt").toString());

        server.chat(request -> "{\"enough\": true, \"next_query\": \"\"}");
        CommandRun enough = memu("retrieve", "Where is Zoë at home?", "--check-sufficiency", "--json", "--verbose");
        assertThat(enough.err()).contains("memu: decide by talker: ", "memu: Model calls: 1, embedding calls: 1,");
        assertThat(enough.json().get("categories")).isNotEmpty();
        assertThat(enough.json().get("passages")).isEmpty();

        server.chat(request -> "{\"enough\": false, \"next_query\": \"What does Zoë play?\"}");
        CommandRun on = memu("retrieve", "What about Zoë?", "--check-sufficiency", "--json");
        assertThat(on.json().get("next_step_query").textValue()).isEqualTo("What does Zoë play?");
        assertThat(on.json().get("passages")).isNotEmpty();
    }

    @Test
    void verbose_tells_every_call_and_the_sum_on_stderr() {
        CommandRun run = memu("retrieve", "Where does Zoë live?", "--json", "--verbose");

        assertThat(run.err())
                .contains("memu: embed by embedder: 3 tokens in, 0 out, ")
                .contains("memu: Model calls: 0, embedding calls: 1, tokens in: 3, out: 0, retries: 0");
        assertThat(run.json().get("passages")).isEmpty();
    }

    @Test
    void a_refused_key_is_one_line_that_says_what_to_set() {
        server.next(WireReply.error(401, "invalid_api_key", "Incorrect API key"));

        CommandRun run = memu("retrieve", "Where?");

        assertThat(run.code()).isEqualTo(1);
        assertThat(errors(run)).hasSize(1).first().asString().contains("OPENAI_API_KEY", "127.0.0.1");
    }

    @Test
    void where_nothing_answers_nothing_is_stored_and_one_line_says_so() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String notes = folder.resolve("notes.txt").toString();

        CommandRun run = memuAt("http://127.0.0.1:" + port + "/v1", "memorize", notes);

        assertThat(run.code()).isEqualTo(1);
        assertThat(errors(run)).hasSize(1).first().asString().contains("notes.txt", "nothing answers there");
        assertThat(memu("list", "resources", "--json").json().get("resources")).isEmpty();
    }

    /** One statement from the first line, and one summary per category. */
    private static String said(WireRequest request) {
        String prompt = request.json().at("/messages/1").toString();
        return switch (request.json().at("/response_format/json_schema/name").asText()) {
            case "summaries" -> "{\"summaries\": [{\"category\": \"personal_info\", \"summary\": \"- Zoë: Porto\"}]}";
            case "decision" -> "{\"retrieve\": true, \"query\": \"Where is Zoë at home?\"}";
            case "order" -> "{\"order\": [1, 2, 3, 4]}";
            default ->
                "Here it is:\n```json\n{\"caption\": \"Notes about Zoë.\", \"items\": [{\"type\": \"profile\","
                        + " \"content\": \"Zoë is at home in Porto.\", \"happened_at\": null,"
                        + " \"categories\": [\"personal_info\"], \"passages\": [" + firstNumber(prompt) + "]}]}\n```";
        };
    }

    private static String firstNumber(String prompt) {
        Matcher number = Pattern.compile("n[\\\\\"]+: ?(\\d+)").matcher(prompt);
        return number.find() ? number.group(1) : "none";
    }

    private static List<String> errors(CommandRun run) {
        return run.err()
                .lines()
                .filter(line -> !line.contains("There is no database"))
                .toList();
    }

    private CommandRun memu(String... args) {
        return memuAt(server.openAiUrl(), args);
    }

    private CommandRun memuAt(String url, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--db", folder.resolve("memu.db").toString(), "--llm", "openai", "--base-url", url));
        all.addAll(List.of("--chat-model", "talker", "--embedding-model", "embedder"));
        return CommandRun.of(all.toArray(String[]::new));
    }
}
