package io.memu4j.internal.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityFeaturesTest {
    @Test
    void names_are_capitalised_within_a_sentence() {
        assertThat(EntityFeatures.of("Then we drove to Lagos. It rained, and Zoë's aunt left on Tuesday!")
                        .names())
                .containsExactly("lagos", "zoë", "tuesday");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Rain. Sun! Wind? Snow: Hail",
                "yes I think so, I'd say",
                "that is SO GOOD omg",
                "look https://example.org/watch?v=Ab12Cd&from=Tuesday",
                "我搬家了"
            })
    void no_names(String text) {
        assertThat(EntityFeatures.of(text)).isEqualTo(EntityFeatures.NONE);
    }

    @Test
    void each_name_counts_once_and_a_list_ends_early() {
        assertThat(EntityFeatures.of("to Lagos, to Lagos, to Faro, Evora, Braga and Porto")
                        .names())
                .containsExactly("lagos", "faro", "evora", "braga")
                .hasSize(EntityFeatures.MOST_NAMES);
    }

    @Test
    void numbers_are_in_figures() {
        assertThat(EntityFeatures.of("at 7pm, for 12 of us").numbers()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we moved in last July",
                "that was two weeks ago",
                "Das war im März",
                "back in 2019",
                "我去年搬家了",
                "지난주에 갔어요"
            })
    void a_time_is_told(String text) {
        assertThat(EntityFeatures.of(text).tellsTime()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"we moved to Faro", "I may march on", "room 12 of 300", "我搬家了"})
    void no_time_is_told(String text) {
        assertThat(EntityFeatures.of(text).tellsTime()).isFalse();
    }
}
