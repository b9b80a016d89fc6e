package io.memu4j.internal.understand.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.understand.Statement;
import io.memu4j.internal.understand.UnderstandingRequest;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is kept of labelled conversations is not less than it was, and nothing else is. {@code benchmarks/run understanding} prints the
 * figures by language and kind, and measures times and topics as well. A question that goes with its answer is not scored by itself.
 */
class LabelledSentencesTest {
    /**
     * @param leastKept of the sentences to keep, in percent
     * @param mostTooMany of the sentences that must not be kept, in percent
     * @param mostReworded statements that are not a part of a message, in percent of all
     */
    @ParameterizedTest
    @CsvSource({"open.jsonl, 94, 2, 0", "held-back.jsonl, 93, 4, 0", "fresh.jsonl, 95, 2, 0"})
    void most_labelled_sentences_are_kept_as_said_and_the_others_left(
            String file, double leastKept, double mostTooMany, double mostReworded) throws IOException {
        Counts counts = new Counts();
        try (InputStream in =
                Objects.requireNonNull(LabelledSentencesTest.class.getResourceAsStream("/understanding/" + file))) {
            new ObjectMapper()
                    .readerFor(JsonNode.class)
                    .<JsonNode>readValues(in)
                    .forEachRemaining(counts::add);
        }
        assertThat(percent(counts.kept, counts.toKeep))
                .as("kept of what is to keep")
                .isGreaterThanOrEqualTo(leastKept);
        assertThat(percent(counts.notLeft, counts.toLeave))
                .as("kept of what is not")
                .isLessThanOrEqualTo(mostTooMany);
        assertThat(percent(counts.reworded, counts.statements))
                .as("not verbatim")
                .isLessThanOrEqualTo(mostReworded);
    }

    private static double percent(int part, int whole) {
        return 100.0 * part / whole;
    }

    private static final class Counts {
        private final LocalUnderstanding understanding = new LocalUnderstanding(MemoryType.DEFAULTS);
        private int toKeep;
        private int kept;
        private int toLeave;
        private int notLeft;
        private int statements;
        private int reworded;

        void add(JsonNode conversation) {
            List<Passage> passages = new ArrayList<>();
            conversation.get("messages").forEach(message -> passages.add(passage(message, passages.size())));
            List<Statement> found = understanding
                    .understand(
                            new UnderstandingRequest(
                                    Modality.CONVERSATION, List.of(), passages, false, ZoneOffset.UTC, "chat"),
                            ModelCalls.none())
                    .statements();
            conversation.get("messages").forEach(message -> message.get("labels")
                    .forEach(label -> add(label, found)));
            statements += found.size();
            reworded += (int) found.stream()
                    .filter(statement -> !isSaid(statement.text(), passages))
                    .count();
        }

        private void add(JsonNode label, List<Statement> found) {
            String said = label.get("text").asText();
            boolean held = found.stream().anyMatch(s -> holds(s.text(), said));
            if (label.get("keep").asText().equals("yes")) {
                toKeep++;
                kept += held ? 1 : 0;
            } else if (label.get("keep").asText().equals("no")) {
                toLeave++;
                notLeft += found.stream().anyMatch(s -> holds(withoutQuestion(s.text()), said)) ? 1 : 0;
            }
        }

        /** Whether it is said in one piece, or in two where the sentence before goes with it. */
        private static boolean isSaid(String text, List<Passage> passages) {
            String words = letters(text);
            return IntStream.range(0, words.length())
                    .filter(i -> i == 0 || words.charAt(i) == ' ')
                    .anyMatch(i -> isIn(words.substring(0, i), passages) && isIn(words.substring(i), passages));
        }

        private static boolean isIn(String words, List<Passage> passages) {
            return passages.stream().anyMatch(passage -> letters(passage.text()).contains(letters(words)));
        }

        private static String withoutQuestion(String text) {
            return text.substring(Math.max(0, text.lastIndexOf(" / ")));
        }

        private static boolean holds(String text, String part) {
            String words = letters(part);
            boolean spaced = words.codePoints().noneMatch(Character::isIdeographic);
            return spaced
                    ? (" " + letters(text) + " ").contains(" " + words + " ")
                    : letters(text).contains(words);
        }

        private static String letters(String text) {
            return text.replaceAll("</?[a-zA-Z][^<>]{0,40}>", " ")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                    .strip();
        }

        private static Passage passage(JsonNode message, int index) {
            String role = message.get("role").asText();
            return Passage.builder("p" + index, "r", index, message.get("text").asText(), Instant.EPOCH)
                    .speaker(message.path("name").asText(role))
                    .role(role)
                    .saidAt(OffsetDateTime.parse(message.get("said").asText()))
                    .build();
        }
    }
}
