package io.memu4j.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.error.ConfigurationException;
import io.memu4j.internal.prompt.TokenEstimate;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.ResourceState;
import io.memu4j.retrieve.RetrieveMethod;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.tck.ScriptedChatModel;
import io.memu4j.tck.ScriptedModels;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model never gets more than it says it takes, and what it is not shown is known to be missing. */
class SmallContextTest {
    private static final String ITEM = "{\"type\": \"profile\", \"content\": \"Ana lives in Porto.\","
            + " \"categories\": [\"personal_info\"], \"passages\": [1]}";

    private final ScriptedChatModel chat = new ScriptedChatModel().otherwise(SmallContextTest::answer);

    @ParameterizedTest
    @ValueSource(ints = {3_000, 4_096, 8_192, 16_384, 128_000})
    void every_request_fits_with_its_answer_and_every_message_is_shown(int contextTokens) {
        chat.takesTokens(contextTokens);
        List<ConversationMessage> messages = IntStream.range(0, 400)
                .mapToObj(i ->
                        ConversationMessage.user("Ana", "This is message number m" + i + "m, and it says " + words(i)))
                .toList();

        try (MemoryServiceFactory memu = memory()) {
            MemoryService ana = memu.service("ana", "assistant");
            MemorizeResult result = ana.memorize(MemorizeRequest.messages("chat", messages));
            ana.retrieve(RetrieveRequest.of("它在哪里？")
                    .withMethod(RetrieveMethod.LLM)
                    .withDecision(true)
                    .withSufficiencyCheck(true)
                    .withContext(messages));

            assertThat(result.resource().state()).isEqualTo(ResourceState.COMPLETE);
        }

        assertThat(chat.requests())
                .allSatisfy(request ->
                        assertThat(tokens(request)).as(request.user()).isLessThanOrEqualTo(contextTokens));
        String shown = chat.requests().stream().map(ChatRequest::user).reduce("", String::concat);
        assertThat(IntStream.range(0, 400)).allSatisfy(i -> assertThat(shown).contains("m" + i + "m"));
    }

    @Test
    void a_message_that_does_not_fit_is_missing_and_not_cut() {
        chat.takesTokens(4_096);
        try (MemoryServiceFactory memu = memory()) {
            MemorizeResult result = memu.service("ana", "assistant")
                    .memorize(MemorizeRequest.messages(
                            "chat",
                            List.of(
                                    ConversationMessage.user("Ana", "I live in Porto."),
                                    ConversationMessage.user("Ana", "猫".repeat(7_000)),
                                    ConversationMessage.user("Ana", "And I like it."))));

            assertThat(result.resource().state()).isEqualTo(ResourceState.PARTIAL);
            assertThat(result.resource().missing())
                    .isEqualTo(
                            "passages 1-1: the passage is longer than the model's context allows; understood without a"
                                    + " model until it is memorized again");
            assertThat(result.items()).hasSize(1);
        }
        assertThat(chat.requests())
                .allSatisfy(request -> assertThat(tokens(request)).isLessThanOrEqualTo(4_096));
    }

    @Test
    void a_context_without_room_for_a_text_is_refused_when_the_factory_is_built() {
        chat.takesTokens(1_000);

        assertThatThrownBy(this::memory)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("takes 1000 tokens")
                .hasMessageContaining("ModelLimits.withContextTokens");
    }

    private MemoryServiceFactory memory() {
        return MemoryServiceFactory.builder().llm(ScriptedModels.of(chat)).build();
    }

    private static int tokens(ChatRequest request) {
        String schema = request.schema() == null ? "" : request.schema().json();
        return TokenEstimate.of(request.system())
                + TokenEstimate.of(request.user())
                + TokenEstimate.of(schema)
                + request.maxAnswerTokens();
    }

    private static String words(int i) {
        return i % 4 == 0 ? "今天我们去了动物园，看到了很多猫和狗。".repeat(10) : "that all is well in Porto. ".repeat(12);
    }

    private static String answer(ChatRequest request) {
        return switch (request.schema().name()) {
            case "summaries" ->
                "{\"summaries\": [{\"category\": \"personal_info\", \"summary\": \"- Ana lives in Porto.\"}]}";
            case "decision" -> "{\"retrieve\": true, \"query\": \"Where does Ana live?\"}";
            case "order" -> "{\"order\": [1]}";
            case "sufficiency" -> "{\"enough\": false, \"next_query\": \"\"}";
            default -> "{\"caption\": \"A talk.\", \"items\": [" + ITEM + "]}";
        };
    }
}
