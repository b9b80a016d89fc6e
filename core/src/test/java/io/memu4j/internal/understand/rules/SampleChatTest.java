package io.memu4j.internal.understand.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.understand.Statement;
import io.memu4j.internal.understand.UnderstandingRequest;
import io.memu4j.internal.understand.UnderstandingResult;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The chat export of the samples: what a reader would expect to be remembered of it, and what not. */
class SampleChatTest {
    @Test
    void the_sample_chat_reads_well() throws IOException {
        UnderstandingResult understood = new LocalUnderstanding(MemoryType.DEFAULTS)
                .understand(
                        new UnderstandingRequest(
                                Modality.CONVERSATION,
                                List.of(),
                                passages(),
                                true,
                                ZoneOffset.UTC,
                                "chat-export-memu.json"),
                        ModelCalls.none());
        assertThat(understood.caption())
                .startsWith("A conversation between the user and the assistant on 20 October 2025 about ")
                .endsWith(".");
        assertThat(understood.statements())
                .extracting(Statement::text)
                .contains(
                        "I bought a physical book yesterday",
                        "I love physical books, I told you before",
                        "I still need to maintain healthy sleep habits 🥲",
                        "The office got a Ragdoll cat",
                        "I want to relax on Friday")
                .hasSizeBetween(8, 25)
                .allSatisfy(text -> assertThat(text).doesNotContain("<action", "sticker"));
        assertThat(understood.statements()).extracting(Statement::speaker).containsOnly("user");
    }

    private static List<Passage> passages() throws IOException {
        List<Passage> passages = new ArrayList<>();
        try (InputStream in = SampleChatTest.class.getResourceAsStream("/samples/chat-export-memu.json")) {
            for (JsonNode message : new ObjectMapper().readTree(in).get("content")) {
                int index = passages.size();
                String role = message.get("role").asText();
                LocalDateTime at =
                        LocalDateTime.parse(message.get("created_at").asText().replace(' ', 'T'));
                String text = message.get("content").get("text").asText();
                passages.add(Passage.builder("p" + index, "r", index, text, Instant.EPOCH)
                        .speaker(role)
                        .role(role)
                        .saidAt(at.atOffset(ZoneOffset.UTC))
                        .build());
            }
        }
        return passages;
    }
}
