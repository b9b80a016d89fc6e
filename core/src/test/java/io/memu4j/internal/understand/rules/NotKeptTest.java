package io.memu4j.internal.understand.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.understand.Statement;
import io.memu4j.model.MemoryType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that are not the sender's own, are not meant, or say nothing. */
class NotKeptTest {
    private final LocalUnderstanding understanding = new LocalUnderstanding(MemoryType.DEFAULTS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Good morning!",
                "Thanks, Ben! You're the best, I appreciate it.",
                "What did you do yesterday?",
                "Wow, that's amazing, congrats!",
                "I told you before, remember?",
                "Turn it off.",
                "It's raining again, so boring.",
                "I AM chatting with you.",
                "I can't wait!",
                "🤬",
                "[shares a photo: a dog on a beach]",
            })
    void chatter(String said) {
        assertThat(kept(said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lena wrote: I moved to Bern last week.",
                "On Mon, Lena wrote:\n> I live in Bern and my son is ill.\nPoor Lena!",
                "Translate to Czech: I am allergic to latex.",
                "Please proofread this.\n\nI live in Bern and I am a nurse.",
                "Lena: I am a nurse and I live in Bern.",
                "Lyrics: I was born in a small town.",
                "Error message: I am unable to connect to Bern.",
                "\"I live in Bern\", said Lena.",
                "Lena:\nI live in Bern.",
            })
    void words_of_others(String said) {
        assertThat(kept(said)).isEmpty();
    }

    @Test
    void what_is_quoted_with_its_speaker_is_kept_whole() {
        assertThat(kept("My cousin Lena said: \"I moved to Bern.\""))
                .containsExactly("My cousin Lena said: \"I moved to Bern.\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Let's pretend I am a pirate. I have a parrot.",
                "Suppose I live in Bern.",
                "For example: I have three cats",
                "For testing: my name is Bob and I live in Bern",
                "If I were rich, I would buy a house in Bern.",
                "I wish I had a dog.",
                "I have nine castles. Just kidding!",
                "I live on the moon lol",
                "Imagine I work at a circus.",
            })
    void what_is_not_meant(String said) {
        assertThat(kept(said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Why does this fail?\n```python\n# I am a teapot and I live in Bern\n```",
                "SELECT * FROM users WHERE bio = 'I live in Bern and I am a nurse';",
                "2026-05-12 10:00:00,123 ERROR [main] com.acme.Foo - I am dead, my heap is full",
                "{\"bio\": \"I live in Bern and I am a nurse\"}",
                "const bio = 'I live in Bern';",
                "https://example.com/my/name/is/bob",
            })
    void code_and_logs(String said) {
        assertThat(kept(said)).isEmpty();
    }

    @Test
    void data_divides_a_sentence_and_loses_no_fact() {
        assertThat(kept("Here is my photo data:image/png;base64," + "iVBORw0KGgo".repeat(50) + " I live in Bern."))
                .containsExactly("I live in Bern.");
    }

    private List<String> kept(String said) {
        return understanding.understand(Chat.of("Ana: " + said), ModelCalls.none()).statements().stream()
                .map(Statement::text)
                .toList();
    }
}
