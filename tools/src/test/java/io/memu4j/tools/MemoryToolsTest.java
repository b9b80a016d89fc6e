package io.memu4j.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.NewItem;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.MemoryType;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.tck.HashedWordsModel;
import io.memu4j.tck.ScriptedModels;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MemoryToolsTest {
    private static final Instant NOON = Instant.parse("2026-05-12T12:00:00Z");

    private final MemoryServiceFactory factory = MemoryServiceFactory.builder()
            .database(DatabaseConfig.memory())
            .llm(new ScriptedModels(null, null, null, new HashedWordsModel(64)))
            .build();
    private final MemoryService memory = factory.service("ana", "assistant");
    private final MemoryTools tools = MemoryTools.of(memory).withClock(Clock.fixed(NOON, ZoneOffset.UTC));

    @AfterEach
    void close() {
        factory.close();
    }

    @Test
    void a_message_without_a_time_was_said_now() {
        say("monday", "I moved to Brno yesterday.");
        assertThat(passages()).extracting(Passage::saidAt).containsExactly(NOON.atOffset(ZoneOffset.UTC));
    }

    @Test
    void a_model_does_not_write_into_a_conversation_of_the_application() {
        memory.memorize(MemorizeRequest.append("support", List.of(ConversationMessage.user("I live in Porto."))));
        say("support", "I live in Brno.");
        assertThat(resources())
                .extracting(Resource::sourceKey)
                .containsExactlyInAnyOrder("support", "conversation:support");
    }

    @Test
    void an_update_of_a_version_that_is_gone_is_refused_and_changes_nothing() {
        String id = memory.items()
                .create(NewItem.of(MemoryType.PROFILE, "Ana lives in Porto."))
                .id();
        long read = version(id);
        assertThat(update(id, "Ana lives in Brno.", read).failed()).isFalse();
        ToolAnswer late = update(id, "Ana lives in Lyon.", read);
        assertThat(late.failed()).isTrue();
        assertThat(late.text()).matches("[A-Z][^\\n]+\\.").doesNotContain("Lyon", "Brno");
        assertThat(memory.items().get(id).orElseThrow().summary()).isEqualTo("Ana lives in Brno.");
    }

    @Test
    void the_same_statement_again_is_not_created_again() {
        assertThat(add("Ana plays the viola.").content()).containsEntry("created", true);
        assertThat(add("Ana plays the viola.").content()).containsEntry("created", false);
    }

    @Test
    void a_long_statement_is_shown_whole_to_whoever_asks_for_it() {
        String text = "Ana collects stamps. ".repeat(100).strip();
        String id = String.valueOf(add(text).content().get("id"));
        ToolAnswer shown = tools.call(MemoryTool.GET_MEMORY, Map.of("id", id));
        assertThat(((Map<?, ?>) shown.content().get("item")).get("text")).isEqualTo(text);
        assertThat(tools.call(MemoryTool.LIST_MEMORIES, Map.of()).text()).hasSizeLessThan(1_000);
    }

    @ParameterizedTest
    @EnumSource(MemoryTool.class)
    void a_memory_that_fails_is_one_sentence(MemoryTool tool) {
        factory.close();
        ToolAnswer answer = tools.call(
                tool,
                switch (tool) {
                    case SEARCH_MEMORY -> Map.of("query", "secret");
                    case ADD_MEMORY -> Map.of("text", "secret");
                    case MEMORIZE_CONVERSATION ->
                        Map.of(
                                "conversation_id",
                                "c",
                                "messages",
                                List.of(Map.of("role", "user", "content", "I have a secret.")));
                    case LIST_MEMORIES -> Map.of();
                    case GET_MEMORY, FORGET_MEMORY -> Map.of("id", "0");
                    case UPDATE_MEMORY -> Map.of("id", "0", "text", "secret");
                });
        assertThat(answer.failed()).isTrue();
        assertThat(answer.text()).matches("[A-Z][^\\n]+\\.").doesNotContain("Exception", "secret");
        assertThat(answer.content()).isEmpty();
    }

    @Test
    void no_answer_shows_its_text_in_a_log() {
        assertThat(add("Ana has a secret.").toString()).doesNotContain("secret");
    }

    private void say(String conversation, String text) {
        ToolAnswer answer = tools.call(
                MemoryTool.MEMORIZE_CONVERSATION,
                Map.of("conversation_id", conversation, "messages", List.of(Map.of("role", "user", "content", text))));
        assertThat(answer.failed()).as(answer.text()).isFalse();
    }

    private ToolAnswer add(String text) {
        return tools.call(MemoryTool.ADD_MEMORY, Map.of("text", text));
    }

    private ToolAnswer update(String id, String text, long version) {
        return tools.call(MemoryTool.UPDATE_MEMORY, Map.of("id", id, "text", text, "version", version));
    }

    private long version(String id) {
        return memory.items().get(id).orElseThrow().version();
    }

    private List<Resource> resources() {
        return memory.resources()
                .list(ResourceFilter.ALL, PageRequest.first(10))
                .rows();
    }

    private List<Passage> passages() {
        return resources().stream()
                .flatMap(resource -> memory.resources().passages(resource.id()).stream())
                .toList();
    }
}
