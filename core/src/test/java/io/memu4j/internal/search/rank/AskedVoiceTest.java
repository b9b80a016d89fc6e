package io.memu4j.internal.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedVoiceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "What did you recommend for my knee?",
                "Which books have you suggested?",
                "Was hast du mir geraten?"
            })
    void a_question_may_ask_for_what_the_assistant_said(String question) {
        assertThat(AskedVoice.of(question)).isEqualTo(AskedVoice.ASSISTANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"What would you suggest for dinner?", "Where do I work?", "Can you help me with my tax?"})
    void a_request_for_something_new_asks_for_what_the_person_said(String question) {
        assertThat(AskedVoice.of(question)).isEqualTo(AskedVoice.PERSON);
    }
}
