package io.memu4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.ResourceFilter;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatLoopTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void a_later_chat_recalls_what_an_earlier_one_was_told(@TempDir Path folder) {
        Map<String, String> prompts = new HashMap<>();
        ChatLoop.run(
                folder.resolve("memu.db"),
                (recalled, message) -> {
                    prompts.put(message, recalled);
                    return "I see.";
                },
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        assertThat(prompts.get("I start a new job at the harbour in June.")).isEmpty();
        assertThat(prompts.get("Who plays chess?")).contains("My daughter Ines plays chess.");
        assertThat(prompts.get("When does my new job start?")).contains("I start a new job at the harbour in June.");
    }

    @Test
    void turns_are_appended_to_one_conversation_in_order() {
        try (MemoryServiceFactory memu = MemoryServiceFactory.inMemory()) {
            MemoryService memory = memu.service();
            ChatLoop loop = new ChatLoop(memory, "chat", (recalled, message) -> "Noted: " + message, NOON);
            loop.turn("I have a boat.");
            loop.turn("It is called Albatros.");
            var resources = memory.resources()
                    .list(ResourceFilter.ALL, PageRequest.first(10))
                    .rows();
            assertThat(resources).hasSize(1);
            List<Passage> passages =
                    memory.resources().passages(resources.get(0).id());
            assertThat(passages)
                    .extracting(Passage::text)
                    .containsExactly(
                            "I have a boat.",
                            "Noted: I have a boat.",
                            "It is called Albatros.",
                            "Noted: It is called Albatros.");
            assertThat(passages).extracting(Passage::index).containsExactly(0, 1, 2, 3);
            assertThat(passages).allSatisfy(p -> assertThat(p.saidAt())
                    .isEqualTo(NOON.instant().atOffset(ZoneOffset.UTC)));
        }
    }
}
