package io.memu4j.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalUnderstandingTest {
    private final LocalUnderstanding understanding = new LocalUnderstanding(MemoryType.DEFAULTS);

    @Test
    void a_fact_about_the_speaker_is_told_of_them_and_cites_its_message() {
        Understood understood = understand("Ana: Hi Ben!", "Ben: How are you?", "Ana: I moved to Porto last week.");
        assertThat(understood.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.text()).isEqualTo("Ana moved to Porto last week (the week of 1 May 2023).");
            assertThat(statement.type()).isEqualTo(MemoryType.EVENT);
            assertThat(statement.passageIds()).containsExactly("p2");
            assertThat(statement.happenedAt().start()).isEqualTo("2023-05-01T00:00:00");
        });
    }

    @Test
    void greetings_questions_thanks_and_reactions_are_no_memories() {
        Understood understood = understand(
                "Ana: Good morning!",
                "Ben: Wow, that's amazing!",
                "Ana: Thanks, Ben! You're the best.",
                "Ben: What did you do yesterday?",
                "Ana: Yeah, special circumstances though.",
                "Ben: Take care!");
        assertThat(understood.statements()).isEmpty();
    }

    @Test
    void an_assistants_guess_about_the_user_is_no_memory() {
        assertThat(understand("assistant: You are a nurse and you love cats, I guess.")
                        .statements())
                .isEmpty();
    }

    @Test
    void the_fingerprint_names_rules_and_types_and_stays_short() {
        assertThat(understanding.fingerprint()).isEqualTo("local/1 profile,event,knowledge,behavior");
    }

    private Understood understand(String... lines) {
        List<Passage> passages = new ArrayList<>();
        for (String line : lines) {
            String[] sides = line.split(": ", 2);
            String role = sides[0].equals("assistant") ? "assistant" : "user";
            OffsetDateTime at = OffsetDateTime.of(2023, 5, 8, 13, 56, passages.size(), 0, ZoneOffset.UTC);
            passages.add(new Passage(
                    "p" + passages.size(), "r", passages.size(), 0, sides[0], role, at, sides[1], Instant.EPOCH));
        }
        return understanding.understand(
                new ToUnderstand(Modality.CONVERSATION, List.of(), passages, true, ZoneOffset.UTC, "chat"));
    }
}
