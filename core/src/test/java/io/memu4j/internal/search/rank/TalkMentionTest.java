package io.memu4j.internal.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.internal.search.rank.TalkMention.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TalkMentionTest {
    @ParameterizedTest
    @CsvSource({
        "What did we talk about in our first session?, 1, 1",
        "What did we plan over sessions 4 to 6?, 4, 6",
        "Sum up sessions 2-3, 2, 3",
        "what was in conversation number 12, 12, 12",
        "What came up in the third chat?, 3, 3",
        "What came up in our 7th session?, 7, 7",
        "What did we decide in the first two sessions?, 1, 2",
        "What did we decide in the last three conversations?, -3, -1",
        "What did we discuss in our most recent chat?, -1, -1",
        "What was said in the session before last?, -2, -2",
        "What did we talk about last time?, -1, -1",
        "And before that?, -2, -2",
        "Worüber haben wir in der zweiten Sitzung gesprochen?, 2, 2"
    })
    void talks_are_named_by_number_and_order(String question, int from, int to) {
        assertThat(TalkMention.in(question).ranges()).containsExactly(new Range(from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "When was the last time I saw a dentist?",
                "What is my first name?",
                "How many sessions of yoga did I book?"
            })
    void other_first_and_last_things_are_no_talks(String question) {
        assertThat(TalkMention.in(question).isEmpty()).isTrue();
    }

    @Test
    void the_rest_is_the_question_without_them() {
        assertThat(TalkMention.in("What did I say of boats in session 2?")
                        .rest()
                        .strip())
                .isEqualTo("What did I say of boats in  ?");
    }
}
