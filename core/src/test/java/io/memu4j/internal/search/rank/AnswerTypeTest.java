package io.memu4j.internal.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTypeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "When did she move?",
                "In which year did they meet?",
                "How long have they been married?",
                "Wann ist Ben umgezogen?",
                "¿Cuándo se mudó?",
                "李华什么时候搬家的"
            })
    void a_time(String question) {
        assertThat(AnswerType.of(question)).isEqualTo(AnswerType.TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who recommended the plumber?",
                "What is the dog's name?",
                "Which book did they read?",
                "Où est la gare ?",
                "Dove abita?"
            })
    void a_name(String question) {
        assertThat(AnswerType.of(question)).isEqualTo(AnswerType.NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What did she feel when the dog died?",
                "How does he like the whole house?",
                "Warum lacht er?",
                ""
            })
    void anything(String question) {
        assertThat(AnswerType.of(question)).isNull();
    }
}
