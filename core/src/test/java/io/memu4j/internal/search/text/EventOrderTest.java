package io.memu4j.internal.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventOrderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "In what order did I mention the greenhouse and the pond? | greenhouse and the pond",
                "List the order in which I brought up different aspects of repairing the sailing boat. | repairing the"
                        + " sailing boat",
                "Can you give me the sequence of events of my knee surgery across our conversations? | knee surgery",
                "In welcher Reihenfolge habe ich die Imkerei und den Garten erwähnt? | Imkerei und den Garten",
                "Dans quel ordre ai-je parlé du potager et de la serre ? | potager et de la serre",
                "¿En qué orden hablamos de la acuarela y del telar? | acuarela y del telar",
                "In che ordine abbiamo parlato del violino? | violino",
                "In welke volgorde heb ik de zeilboot genoemd? | zeilboot",
            })
    void a_question_for_an_order_is_reduced_to_what_is_ordered(String question, String theme) {
        assertThat(EventOrder.theme(question)).contains(theme);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What did I order at the bakery?",
                "Which orders were late?",
                "What did I mention first?",
                "Was habe ich bestellt?",
            })
    void other_questions_are_left_alone(String question) {
        assertThat(EventOrder.isAsked(question)).isFalse();
        assertThat(EventOrder.theme(question)).isEmpty();
    }

    @Test
    void where_only_talk_is_asked_for_there_is_no_theme() {
        assertThat(EventOrder.isAsked("In what order did we talk?")).isTrue();
        assertThat(EventOrder.theme("In what order did we talk?")).isEmpty();
    }
}
