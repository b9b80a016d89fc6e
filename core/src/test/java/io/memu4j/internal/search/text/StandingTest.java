package io.memu4j.internal.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Always give temperatures in Kelvin.",
                "Thanks! From now on, call me Captain.",
                "never use emojis with me",
                "Mention the source whenever I ask about prices.",
                "Please always sign with my initials",
                "Antworte bitte immer in ganzen Sätzen.",
                "从现在开始请用中文回答"
            })
    void what_is_asked_for_once_and_for_all_is_an_instruction(String text) {
        assertThat(Standing.of(text)).isEqualTo(Standing.INSTRUCTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I prefer trains to planes.",
                "Honestly, I\u2019d rather walk.",
                "Ich bevorzuge Tee.",
                "Je préfère le thé."
            })
    void what_somebody_prefers_is_a_preference(String text) {
        assertThat(Standing.of(text)).isEqualTo(Standing.PREFERENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My aunt has always been kind to us.",
                "I've never seen the sea.",
                "Always been a fan of jazz!",
                "Does the pump always return to zero?",
                "Please write a letter to the landlord."
            })
    void what_tells_of_something_or_asks_for_one_thing_is_neither(String text) {
        assertThat(Standing.of(text)).isEqualTo(Standing.NONE);
    }
}
