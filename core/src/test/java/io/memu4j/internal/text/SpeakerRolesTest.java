package io.memu4j.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakerRolesTest {
    @ParameterizedTest
    @CsvSource({
        "HUMAN, user, true",
        "You, user, true",
        "ChatGPT said, assistant, false",
        "ai_message, assistant, false",
        "claude-3-5-sonnet-20241022, assistant, false",
        "o3-mini, assistant, false",
        "developer, system, false",
        "Function, tool, false",
        "customer, customer, true",
        "Speaker 12, speaker 12, true",
        "agent, agent, false",
        "Support agent 3, support agent 3, false",
    })
    void a_word_for_a_speaker_is_a_role(String name, String role, boolean person) {
        assertThat(SpeakerRoles.named(name)).contains(role);
        assertThat(SpeakerRoles.isPerson(name)).isEqualTo(person);
        assertThat(SpeakerRoles.isProgram(name)).isEqualTo(!person);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana", "Claude", "Mr Agent", "Omar", "O'Neil", "Model T", "4711", "小明", "Usera"})
    void a_name_is_none(String name) {
        assertThat(SpeakerRoles.named(name)).isEmpty();
        assertThat(SpeakerRoles.isPerson(name)).isFalse();
        assertThat(SpeakerRoles.isProgram(name)).isFalse();
    }
}
