package io.memu4j.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.config.MemorizeConfig;
import io.memu4j.error.MemoryException;
import io.memu4j.internal.fact.FactReader;
import io.memu4j.internal.ingest.SourceReader;
import io.memu4j.internal.ingest.text.TextCutter;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.llm.answer.JsonAnswer;
import io.memu4j.internal.prompt.Fence;
import io.memu4j.internal.prompt.SafeLine;
import io.memu4j.internal.redact.Redaction;
import io.memu4j.internal.search.text.ConversationalWords;
import io.memu4j.internal.search.text.EntityFeatures;
import io.memu4j.internal.search.text.Excerpts;
import io.memu4j.internal.search.text.Standing;
import io.memu4j.internal.search.text.TextAnalysis;
import io.memu4j.internal.text.SpeakerRoles;
import io.memu4j.internal.time.TimeExpressions;
import io.memu4j.internal.understand.UnderstandingRequest;
import io.memu4j.internal.understand.rules.LocalUnderstanding;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import io.memu4j.model.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No reader takes more than linear time for a text, whatever is in it. Compares CPU times, so it runs when asked for, on an idle machine. */
@EnabledIfSystemProperty(named = "memu4j.growth", matches = "true", disabledReason = "-Dmemu4j.growth=true runs it")
class GrowthOfReadersTest {
    private static final LocalDate DAY = LocalDate.of(2023, 5, 8);
    private static final SourceReader SOURCES = new SourceReader(MemorizeConfig.DEFAULT, List.of(), Redaction.NONE);
    private static final LocalUnderstanding RULES = new LocalUnderstanding(MemoryType.DEFAULTS);
    private static final TextAnalysis ANALYSIS = new TextAnalysis();

    static Stream<Arguments> readers() {
        Map<String, Consumer<String>> readers = Map.ofEntries(
                Map.entry("a JSON file", text -> file("chat.json", text)),
                Map.entry("lines of JSON", text -> file("chat.jsonl", text)),
                Map.entry("a text file", text -> file("chat.txt", text)),
                Map.entry("a Markdown file", text -> file("notes.md", text)),
                Map.entry("subtitles", text -> file("film.vtt", text)),
                Map.entry("a conversation", text -> read(new Source.OfText("k", text), Modality.CONVERSATION)),
                Map.entry("the rules of understanding", GrowthOfReadersTest::understand),
                Map.entry("the grammar of times", text -> TimeExpressions.find(text, DAY)),
                Map.entry("the table of facts", text -> FactReader.factOf(text, "Ana")),
                Map.entry("the analysis of texts", ANALYSIS::analyzed),
                Map.entry("the names in a text", EntityFeatures::of),
                Map.entry("standing wishes", Standing::of),
                Map.entry("the words of talk", ConversationalWords::areAllOf),
                Map.entry("roles", SpeakerRoles::named),
                Map.entry("excerpts", text -> new Excerpts("tea bikes", ANALYSIS, t -> t.length() / 4).of(text, 80)),
                Map.entry("a line of a prompt", SafeLine::of),
                Map.entry("a fence", text -> Fence.random().around(text)),
                Map.entry("the same text", Texts::normalized),
                Map.entry("an answer of a model", text -> JsonAnswer.read(text, node -> node.has("never"))));
        return readers.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void the_cost_of_reading_grows_no_faster_than_the_text(String name, Consumer<String> reader) {
        List<String> tooFast = new ArrayList<>();
        HostileTexts.all().forEach((kind, text) -> Growth.tooFast(reader, text)
                .ifPresent(growth -> tooFast.add("'" + kind + "': " + growth)));

        assertThat(tooFast).as(name).isEmpty();
    }

    private static void file(String name, String text) {
        read(new Source.OfBytes("k", text.getBytes(StandardCharsets.UTF_8), name), null);
    }

    private static void read(Source source, Modality modality) {
        try {
            SOURCES.read(source, modality, ZoneOffset.UTC);
        } catch (MemoryException refused) {
            // A clear refusal is an answer, too.
        }
    }

    /** As the reader of sources cuts texts. */
    private static void understand(String text) {
        List<Passage> passages = new ArrayList<>();
        for (String line : text.split("(?<=\n)")) {
            for (String part : TextCutter.cut(line, Passage.MAX_LENGTH)) {
                passages.add(Passage.builder("p" + passages.size(), "r", passages.size(), part, Instant.EPOCH)
                        .speaker("Name" + passages.size())
                        .role("user")
                        .saidAt(OffsetDateTime.of(DAY.atStartOfDay(), ZoneOffset.UTC))
                        .build());
            }
        }
        RULES.understand(
                new UnderstandingRequest(Modality.CONVERSATION, List.of(), passages, true, ZoneOffset.UTC, "chat"),
                ModelCalls.none());
    }
}
