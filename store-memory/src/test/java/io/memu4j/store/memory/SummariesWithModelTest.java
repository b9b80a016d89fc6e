package io.memu4j.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.CategoryDefinition;
import io.memu4j.config.MemorizeConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.Category;
import io.memu4j.model.ConversationMessage;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.tck.ScriptedChatModel;
import io.memu4j.tck.ScriptedModels;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a model is asked for when summaries change, and what it costs. */
class SummariesWithModelTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SESSIONS = 12;

    private final List<JsonNode> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-10T12:00:00Z");
    private boolean whole;
    private long written;
    private String when = "null";

    @Test
    void the_lines_that_change_cost_less_than_half_of_whole_summaries() {
        String edited = afterSessions();
        long ofEdits = written;
        whole = true;
        written = 0;
        String rewritten = afterSessions();

        assertThat(edited.lines().sorted())
                .containsExactlyElementsOf(rewritten.lines().sorted().toList());
        assertThat(2 * ofEdits).as("%s of %s characters", ofEdits, written).isLessThan(written);
    }

    /** The summaries after sessions about two topics, and what the model wrote of them in {@link #written}. */
    private String afterSessions() {
        try (MemoryServiceFactory memu = memu()) {
            MemoryService mara = memu.service("mara", "assistant");
            for (int i = 0; i < SESSIONS; i++) {
                mara.memorize(said(
                        "session " + i,
                        "My work gave me the badge number " + i + " of tower " + (i * 7) + ".",
                        "At home the shelf number " + i + " holds " + (i * 3) + " old atlases."));
            }
            return summaries(mara);
        }
    }

    @Test
    void a_plan_is_told_as_past_with_the_next_source_after_its_day() {
        try (MemoryServiceFactory memu = memu()) {
            MemoryService mara = memu.service("mara", "assistant");
            when = "\"2026-02-20\"";
            mara.memorize(said("first", "For work I perform at the harbour festival."));
            when = "null";
            now = Instant.parse("2026-02-01T12:00:00Z");
            mara.memorize(said("second", "At home I baked a pie."));
            assertThat(asked).noneMatch(task -> task.has("ended"));

            now = Instant.parse("2026-04-02T12:00:00Z");
            mara.memorize(said("third", "At home I baked another pie."));
            assertThat(asked)
                    .filteredOn(task -> task.has("ended"))
                    .singleElement()
                    .satisfies(task -> {
                        assertThat(task.get("category").asText()).isEqualTo("work");
                        assertThat(task.get("today").asText()).isEqualTo("2026-04-02");
                        assertThat(task.get("ended").get(0).get("when").asText())
                                .isEqualTo("20 February 2026");
                    });
            mara.memorize(said("fourth", "At home I baked a third pie."));
            assertThat(asked).filteredOn(task -> task.has("ended")).hasSize(1);
        }
    }

    private MemoryServiceFactory memu() {
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        return MemoryServiceFactory.builder()
                .llm(ScriptedModels.of(new ScriptedChatModel().otherwise(this::answer)))
                .clock(clock)
                .memorize(MemorizeConfig.DEFAULT.withCategories(List.of(
                        new CategoryDefinition("work", "Work and what happens there"),
                        new CategoryDefinition("home", "Home and what stands in it"))))
                .build();
    }

    private MemorizeRequest said(String key, String... sentences) {
        return MemorizeRequest.messages(
                key,
                Stream.of(sentences)
                        .map(text -> ConversationMessage.user("Mara", text)
                                .at(OffsetDateTime.ofInstant(now, ZoneOffset.UTC)))
                        .toList());
    }

    private static String summaries(MemoryService mara) {
        return mara.categories().list().stream().map(Category::summary).collect(Collectors.joining("\n"));
    }

    private String answer(ChatRequest request) {
        String user = request.user();
        List<JsonNode> lines = user.substring(
                        user.indexOf('\n', user.indexOf("<<<DATA ")) + 1, user.lastIndexOf("\nDATA "))
                .lines()
                .map(SummariesWithModelTest::parsed)
                .toList();
        if (request.schema() == null || !request.schema().name().equals("summaries")) {
            return items(lines);
        }
        asked.addAll(lines);
        String answer = summaries(lines);
        written += answer.length();
        return answer;
    }

    private String items(List<JsonNode> lines) {
        String items = lines.stream()
                .filter(line -> line.has("n"))
                .map(line -> "{\"type\":\"event\",\"content\":" + line.get("text") + ",\"happened_at\":" + when
                        + ",\"categories\":[\"" + (line.get("text").asText().contains("work") ? "work" : "home")
                        + "\"],\"passages\":[" + line.get("n") + "]}")
                .collect(Collectors.joining(","));
        return "{\"caption\":\"A talk.\",\"items\":[" + items + "]}";
    }

    private String summaries(List<JsonNode> lines) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode summaries = answer.putArray("summaries");
        for (JsonNode line : lines) {
            ObjectNode summary =
                    summaries.addObject().put("category", line.get("category").asText());
            List<String> facts = new ArrayList<>();
            line.path("new").forEach(fact -> facts.add("- " + fact.get("fact").asText()));
            line.path("ended")
                    .forEach(fact ->
                            facts.add("- It is over: " + fact.get("fact").asText()));
            if (whole) {
                line.path("summary_so_far").asText().lines().forEach(facts::add);
                summary.put("summary", String.join("\n", facts));
            } else {
                summary.putArray("remove");
                facts.forEach(summary.putArray("add")::add);
            }
        }
        return answer.toString();
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
