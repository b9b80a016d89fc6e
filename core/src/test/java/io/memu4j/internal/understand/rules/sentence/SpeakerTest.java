package io.memu4j.internal.understand.rules.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.Passage;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakerTest {
    @ParameterizedTest
    @CsvSource({
        "user, user, The user, PERSON",
        "Ana, user, Ana, PERSON",
        "Ana, moderator, Ana, ASSISTANT",
        "Ana, wizard, Ana, PERSON",
        "Ana, , Ana, PERSON",
        "customer, customer, The customer, PERSON",
        "assistant, assistant, The assistant, ASSISTANT",
        "gpt-4o, user, gpt-4o, ASSISTANT",
        "developer, developer, The developer, ASSISTANT",
        "system, system, The system, ASSISTANT",
        "support agent, support agent, The support agent, ASSISTANT",
        "unknown, unknown, The unknown, ASSISTANT",
        "wizard, wizard, The wizard, ASSISTANT",
        ", , The author, AUTHOR",
    })
    void only_people_state_facts_about_themselves(String name, String role, String label, Speaker.Kind kind) {
        Passage passage = Passage.builder("p", "r", 0, "I live in Turku.", Instant.EPOCH)
                .speaker(name)
                .role(role)
                .build();

        assertThat(Speaker.of(passage)).satisfies(speaker -> {
            assertThat(speaker.label()).isEqualTo(label);
            assertThat(speaker.kind()).isEqualTo(kind);
        });
    }
}
