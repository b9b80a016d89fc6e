package io.memu4j.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.LlmConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.MemoryItem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as exports of chats have them, understood by rules. */
class OddSpeakersTest {
    @ParameterizedTest
    @ValueSource(strings = {"[deleted]", "(unknown)", "+15551234567", "*Ana*", "a\\Q*\\E", "𝒜𝓃𝒶𝓈ta", "😀😀😀😀😀"})
    void a_conversation_is_remembered_whatever_its_speakers_are_called(String name) {
        try (MemoryServiceFactory memu =
                MemoryServiceFactory.builder().llm(LlmConfig.none()).build()) {
            MemorizeResult result = memu.service("ana", "assistant")
                    .memorize(MemorizeRequest.messages(
                            "chat",
                            List.of(
                                    ConversationMessage.user(name, "I moved to Porto last week."),
                                    ConversationMessage.user("Ben", name + ", I am allergic to peanuts."))));
            assertThat(result.items())
                    .extracting(MemoryItem::summary)
                    .anySatisfy(text -> assertThat(text).contains("moved to Porto"))
                    .anySatisfy(text -> assertThat(text).endsWith("I am allergic to peanuts."));
        }
    }
}
