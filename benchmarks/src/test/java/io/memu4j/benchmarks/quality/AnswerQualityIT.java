package io.memu4j.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.config.LlmConfig;
import io.memu4j.config.ModelLimits;
import io.memu4j.llm.langchain4j.OpenAiModelProvider;
import io.memu4j.spi.llm.Models;
import io.memu4j.tck.wire.ScriptedModelServer;
import io.memu4j.tck.wire.WireReply;
import io.memu4j.tck.wire.WireRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of a model behind a real server with OpenAI's protocol, recorded and replayed. */
class AnswerQualityIT {
    @TempDir
    Path folder;

    private final ScriptedModelServer server = ScriptedModelServer.start();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void conversation() throws IOException {
        Path sessions = Files.createDirectories(folder.resolve("talks/a/sessions"));
        Files.writeString(
                sessions.resolve("01.json"),
                """
                [{"role":"user","name":"Ines","content":"The ferry to Cacilhas was cancelled at noon."},
                 {"role":"user","name":"Rui","content":"I bake rye bread on Sundays."}]""");
        questions(
                question("Which ferry was cancelled?", "single-hop", "\"the one to Cacilhas\""),
                question("What does Rui bake?", "multi-hop", "\"rye bread\""),
                question("Which ferry did Rui cancel?", "adversarial", "null"));
        server.chat(AnswerQualityIT::said);
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** A reader that knows about ferries alone, and a judge that looks for the expected words. */
    private static String said(WireRequest request) {
        String prompt = request.text();
        if (!prompt.contains("You judge an answer")) {
            return prompt.contains("Question: Which ferry was") ? "The one to Cacilhas." : "I do not know.";
        }
        boolean knows = prompt.contains("Answer: The one to Cacilhas.") && prompt.contains("Expected: the one to");
        boolean admits = prompt.contains("does not tell this") && prompt.contains("Answer: I do not know.");
        return knows || admits ? "Yes." : "**No**";
    }

    @Test
    void answers_from_the_block_are_judged_by_the_gold_and_counted_by_category() {
        assertThat(ask("--recorded", file().toString())).isZero();

        String today = LocalDate.now(ZoneOffset.UTC).toString();
        assertThat(printed())
                .contains("reader talker, " + today + "; judge strict, " + today)
                .containsPattern("single-hop +1 +1 +100.0")
                .containsPattern("multi-hop +1 +0 +0.0")
                .containsPattern("adversarial +1 +1 +100.0")
                .containsPattern("overall +2 +1 +50.0");
        List<WireRequest> sent = server.requests("/chat/completions");
        assertThat(sent).hasSize(6);
        assertThat(sent.get(0).text()).contains("\"talker\"", "The ferry to Cacilhas was cancelled at noon.");
        assertThat(sent.get(1).text()).contains("\"strict\"", "Expected: the one to Cacilhas");
    }

    @Test
    void a_recording_is_replayed_without_a_key_or_a_request() throws IOException {
        ask("--recorded", file().toString());
        String measured = printed();
        List<String> recorded = Files.readAllLines(file());
        assertThat(recorded).hasSize(6).allMatch(line -> line.contains("\"answer\":"));
        assertThat(recorded.get(0)).contains("Which ferry was cancelled?", "talker");
        out.reset();
        server.close();

        assertThat(run("--recorded", file().toString())).isZero();

        assertThat(printed()).isEqualTo(measured);
        assertThat(Files.readAllLines(file())).isEqualTo(recorded);
    }

    @Test
    void a_recording_that_lacks_a_request_names_the_question_and_the_remedy() throws IOException {
        ask("--recorded", file().toString());
        out.reset();
        questions(question("Which ferry was late?", "single-hop", "\"none\""));

        assertThat(run("--recorded", file().toString())).isEqualTo(1);

        assertThat(printed()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("no answer of the reader for question 1 of a", "record again with --llm")
                .doesNotContain("Which ferry");
    }

    @Test
    void an_interrupted_run_goes_on_where_it_stopped() throws IOException {
        server.next(
                WireReply.of(200, "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"Cacilhas.\"}}]}"),
                WireReply.of(401, "{\"error\":{\"message\":\"no such key\"}}"));
        assertThat(ask("--recorded", file().toString())).isEqualTo(1);
        assertThat(Files.readAllLines(file())).hasSize(1);
        int before = server.requests().size();

        assertThat(ask("--recorded", file().toString())).isZero();

        assertThat(server.requests()).hasSize(before + 5);
    }

    @Test
    void answers_of_two_models_are_not_mixed() {
        ask("--recorded", file().toString());

        assertThat(run(
                        "--llm",
                        "openai",
                        "--base-url",
                        server.openAiUrl(),
                        "--chat-model",
                        "other",
                        "--recorded",
                        file().toString()))
                .isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("answers of the model talker as reader, not of other");
    }

    @Test
    void a_verdict_that_cannot_be_read_counts_as_wrong_and_is_reported() {
        server.chat(request -> "Hm.");

        assertThat(ask()).isZero();

        assertThat(printed())
                .containsPattern("overall +2 +0 +0.0")
                .contains("3 verdicts could not be read and count as wrong");
    }

    @Test
    void every_nth_question_is_asked() {
        assertThat(ask("--every", "2")).isZero();

        assertThat(server.requests("/chat/completions")).hasSize(4);
        assertThat(printed()).contains("single-hop", "adversarial").doesNotContain("multi-hop");
    }

    @Test
    void wrong_arguments_say_what_is_missing() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--llm", "openai")).isEqualTo(2);
        assertThat(run("--chat-model", "talker")).isEqualTo(2);
        assertThat(run("--llm", "local", "--chat-model", "talker")).isEqualTo(2);
        assertThat(run("--recorded")).isEqualTo(2);
        assertThat(run("--recorded", file().toString(), "--every", "0")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        "Nothing can answer",
                        "--llm needs --chat-model",
                        "need --llm openai",
                        "Expected openai or ollama",
                        "--recorded needs a value",
                        "--every is '0'");
        Files.writeString(file(), "{\"role\":\"reader\"}\n");
        assertThat(run("--recorded", file().toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no recorded answer (line 1)");
    }

    private Path file() {
        return folder.resolve("answers.jsonl");
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private int ask(String... more) {
        List<String> args = new ArrayList<>(List.of("--llm", "openai", "--base-url", server.openAiUrl()));
        args.addAll(List.of("--chat-model", "talker", "--judge-model", "strict"));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    private int run(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = folder.resolve("talks").toString();
        all[1] = "--no-embeddings";
        System.arraycopy(args, 0, all, 2, args.length);
        return new AnswerQuality(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        AnswerQualityIT::models)
                .run(all);
    }

    private static Models models(LlmConfig llm) {
        return new OpenAiModelProvider()
                .create(llm.withApiKey("sk-test").withLimits(ModelLimits.DEFAULT.withTimeout(Duration.ofSeconds(20))));
    }

    private void questions(String... entries) throws IOException {
        Files.writeString(folder.resolve("talks/a/questions.json"), "[" + String.join(",", entries) + "]");
    }

    private static String question(String text, String category, String answer) {
        return "{\"question\":\"" + text + "\",\"category\":\"" + category + "\",\"answer\":" + answer
                + ",\"evidence\":[{\"session\":1,\"message\":0}]}";
    }
}
