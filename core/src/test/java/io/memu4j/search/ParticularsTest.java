package io.memu4j.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParticularsTest {
    @Test
    void names_are_capitalised_within_a_sentence() {
        assertThat(Particulars.of("Then we drove to Lagos. It rained, and Zo\u00eb's aunt left on Tuesday!")
                        .names())
                .containsExactly("lagos", "zo\u00eb", "tuesday");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Rain. Sun! Wind? Snow: Hail",
                "yes I think so, I'd say",
                "that is SO GOOD omg",
                "\u6211\u4e0a\u4e2a\u6708\u642c\u5bb6\u4e86"
            })
    void no_names(String text) {
        assertThat(Particulars.of(text)).isEqualTo(new Particulars(List.of(), 0));
    }

    @Test
    void each_name_counts_once_and_a_list_ends_early() {
        assertThat(Particulars.of("to Lagos, to Lagos, to Faro, Evora, Braga and Porto")
                        .names())
                .containsExactly("lagos", "faro", "evora", "braga")
                .hasSize(Particulars.MOST_NAMES);
    }

    @Test
    void numbers_are_in_figures() {
        assertThat(Particulars.of("at 7pm, for 12 of us").numbers()).isEqualTo(2);
    }
}
