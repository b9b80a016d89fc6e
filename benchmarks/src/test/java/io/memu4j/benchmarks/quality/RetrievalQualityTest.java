package io.memu4j.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.memu4j.retrieve.Signal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalQualityTest {
    private static final String FERRY =
            "{\"role\":\"user\",\"name\":\"Ines\",\"content\":\"The ferry to Cacilhas was cancelled, so we waited an hour at the pier in the rain.\"}";
    private static final String BREAD = "{\"role\":\"user\",\"content\":\"I bake rye bread on Sundays.\"}";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void writes_the_promised_figures_for_a_folder_of_conversations() throws IOException {
        conversation("a", "[" + FERRY + "," + BREAD + "]", question("Which ferry was cancelled?", "single-hop", 0));
        conversation("b", "[" + BREAD + "]", question("Who bakes rye bread?", "adversarial", 0));
        Path json = folder.resolve("figures/out.json");

        assertThat(run(folder.toString(), "--no-embeddings", "--json", json.toString()))
                .isZero();

        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.fieldNames())
                .toIterable()
                .containsExactly(
                        "overall", "categories", "conversations", "sessions", "query_ms", "ingest_messages_per_s");
        assertThat(figures.get("overall").fieldNames())
                .toIterable()
                .containsExactly("questions", "r@5", "r@10", "r@20", "hit@10", "mrr");
        assertThat(figures.at("/overall/questions").asInt()).isEqualTo(1);
        assertThat(figures.at("/overall/mrr").asDouble()).isEqualTo(1.0, within(1e-9));
        assertThat(figures.at("/categories/adversarial/r@10").asDouble()).isEqualTo(1.0, within(1e-9));
        assertThat(figures.at("/conversations/a/r@5").asDouble()).isEqualTo(1.0, within(1e-9));
        assertThat(figures.get("sessions").fieldNames())
                .toIterable()
                .containsExactly("all@5", "all@10", "average@5", "average@10");
        assertThat(figures.get("query_ms").fieldNames()).toIterable().containsExactly("p50", "p95");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("single-hop", "overall", "sessions:");
    }

    @Test
    void reads_one_conversation_with_as_little_as_the_form_allows() throws IOException {
        conversation(
                "bare",
                "[" + BREAD + "]",
                "{\"question\":\"What is baked?\",\"evidence\":[{\"session\":1,\"message\":0}]}",
                "{\"question\":\"Why?\"}");

        assertThat(run(folder.resolve("bare").toString(), "--no-embeddings")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("uncategorised", "1 questions without evidence were left out");
    }

    @Test
    void the_prompt_block_is_measured_by_the_evidence_that_stands_in_it() throws IOException {
        conversation("a", "[" + FERRY + "," + BREAD + "]", question("Which ferry was cancelled?", "single-hop", 0));
        PromptBlockQuality program = new PromptBlockQuality(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));

        assertThat(program.run(folder.toString(), "--no-embeddings", "--tokens", "300"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("300 tokens.*evidence.*all of it")
                .containsPattern("single-hop +1 +100.0 +100.0");
        assertThat(program.run(folder.toString(), "--no-embeddings", "--tokens", "60"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).containsPattern("single-hop +1 +0.0 +0.0");
        assertThat(program.run(folder.toString(), "--tokens", "many")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--tokens needs a number", "usage: prompt-block");
    }

    @Test
    void corrected_evidence_counts_only_when_asked_for() throws IOException {
        conversation(
                "c",
                "[" + FERRY + "," + BREAD + "]",
                "{\"question\":\"Which ferry was cancelled?\",\"evidence\":[{\"session\":1,\"message\":1}],"
                        + "\"evidence_corrected\":[{\"session\":1,\"message\":0}]}");
        Path json = folder.resolve("out.json");
        ObjectMapper mapper = new ObjectMapper();

        run(folder.resolve("c").toString(), "--no-embeddings", "--json", json.toString());
        assertThat(mapper.readTree(json.toFile()).at("/overall/mrr").asDouble()).isLessThan(1);
        run(folder.resolve("c").toString(), "--no-embeddings", "--corrected", "--json", json.toString());
        assertThat(mapper.readTree(json.toFile()).at("/overall/mrr").asDouble()).isEqualTo(1.0, within(1e-9));
    }

    @Test
    void takes_one_signal_away_at_a_time_when_asked_to() throws IOException {
        conversation("e", "[" + FERRY + "," + BREAD + "]", question("Which ferry was cancelled?", "single-hop", 0));

        assertThat(run(folder.toString(), "--no-embeddings", "--ablate")).isZero();

        String table = out.toString(StandardCharsets.UTF_8);
        for (Signal signal : Signal.values()) {
            assertThat(table).contains("\n" + signal.key() + " ");
        }
    }

    @Test
    void asks_what_was_said_on_each_day_when_asked_to() throws IOException {
        conversation(
                "f",
                "[" + said(FERRY, "2023-05-08") + "," + said(BREAD, "2023-05-09") + "," + BREAD + "]",
                question("Which ferry was cancelled?", "single-hop", 0));

        assertThat(run(folder.toString(), "--no-embeddings", "--dates")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("questions addressed by a day alone: 14, precision@10 100.0");
    }

    @Test
    void the_share_of_a_day_counts_against_as_many_messages_as_it_has() {
        MessageId right = new MessageId(1, 0);
        MessageId other = new MessageId(2, 0);
        DateQuestion question = new DateQuestion("?", ZonedDateTime.parse("2024-01-01T00:00:00Z"), Set.of(right));

        assertThat(question.precisionAt10(List.of(other, right))).isEqualTo(1);
        assertThat(question.precisionAt10(List.of(other))).isZero();
    }

    @Test
    void each_fault_is_one_line_that_names_the_file() throws IOException {
        conversation("broken", "[" + BREAD, question("What is baked?", "single-hop", 0));

        assertThat(run(folder.toString(), "--no-embeddings")).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("01.json", "is no JSON");
    }

    @Test
    void evidence_that_points_nowhere_is_reported_and_left_out() throws IOException {
        conversation("d", "[" + BREAD + "]", question("What is baked?", "single-hop", 7));

        assertThat(run(folder.toString(), "--no-embeddings")).isZero();

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("message 7 of session 1", "does not exist");
    }

    @Test
    void wrong_arguments_and_missing_folders_are_told_apart() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--nonsense")).isEqualTo(2);
        assertThat(run(folder.resolve("missing").toString())).isEqualTo(1);
        assertThat(run(folder.toString())).isEqualTo(1);
    }

    private static String said(String message, String day) {
        return message.replace("}", ",\"created_at\":\"" + day + "T10:00:00Z\"}");
    }

    private int run(String... args) {
        return new RetrievalQuality(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args);
    }

    private void conversation(String name, String session, String... questions) throws IOException {
        Path sessions = Files.createDirectories(folder.resolve(name).resolve("sessions"));
        Files.writeString(sessions.resolve("01.json"), session);
        Files.writeString(folder.resolve(name).resolve("questions.json"), "[" + String.join(",", questions) + "]");
    }

    private static String question(String text, String category, int message) {
        return "{\"question\":\"" + text + "\",\"category\":\"" + category
                + "\",\"answer\":\"x\",\"evidence\":[{\"session\":1,\"message\":" + message + "}]}";
    }
}
