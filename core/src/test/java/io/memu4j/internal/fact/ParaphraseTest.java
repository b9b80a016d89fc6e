package io.memu4j.internal.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.HappenedAt;
import io.memu4j.model.HappenedAt.Precision;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParaphraseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I live in Kiel, right by the harbour. | I'm living in Kiel.",
                "I live in Kiel. | I really live in Kiel.",
                "My phone number is 0431 5550. | My number is 0431 5550.",
                "I work at Brill as a welder. | I'm working at Brill.",
                "I am very allergic to walnuts. | I'm allergic to walnuts.",
                "The cellar is full of records. | The cellar is really so full of records.",
                "I have a cat called Minze. | I've got a cat called Minze.",
                "Grandma's piano stands in the hall. | Grandma's piano also stands in the hall.",
                "Ich wohne in Kiel, gleich am Hafen. | Ich wohne in Kiel.",
                "I am a vegetarian. | I'm really a vegetarian.",
            })
    void the_same_in_other_words(String known, String again) {
        assertThat(said(again, "Kim", null).paraphrases(said(known, "Kim", null)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I live in Kiel. | I don't live in Kiel.",
                "I live in Kiel. | I live in Kassel.",
                "I live in Kiel. | I lived in Kiel.",
                "I live in Kiel. | I live in Kiel with my sister.",
                "I live in Kiel. | My sister lives in Kiel.",
                "I live in Kiel. | I moved to Kiel.",
                "My rent is 700 euros. | My rent is 710 euros.",
                "I have two cats. | I have three cats.",
                "I have a cat called Minze. | I have a cat called Kobold.",
                "I am allergic to walnuts. | I am not allergic to walnuts.",
                "I am allergic to walnuts. | I am allergic to peanuts.",
                "Ben likes Nora. | Nora likes Ben.",
                "We drove from Rome to Pisa. | We drove from Pisa to Rome.",
                "My dentist appointment is on Monday at nine. | My dentist appointment is on Monday.",
                "The lamp is on the desk. | The lamp is under the desk.",
                "I never eat fish on Fridays. | I eat fish on Fridays.",
                "I work at Brill. | I used to work at Brill.",
                "I sold my bike. | I sold my bike lock.",
            })
    void another_thing_another_number_or_a_denial(String known, String other) {
        assertThat(said(other, "Kim", null).paraphrases(said(known, "Kim", null)))
                .isFalse();
    }

    @Test
    void another_speaker_or_day_is_another_statement() {
        Said known = said("I live in Kiel, by the harbour.", "Kim", null);
        assertThat(said("I live in Kiel.", "Lee", null).paraphrases(known)).isFalse();
        assertThat(said("I live in Kiel.", null, null).paraphrases(known)).isFalse();
        LocalDate day = LocalDate.of(2026, 5, 4);
        HappenedAt then = new HappenedAt(day.atStartOfDay(), day.plusDays(1).atStartOfDay(), Precision.DAY);
        assertThat(said("I live in Kiel.", "Kim", then).paraphrases(known)).isFalse();
        assertThat(said("I live in Kiel.", "kim", null).paraphrases(known)).isTrue();
    }

    private static Said said(String statement, @Nullable String speaker, @Nullable HappenedAt happened) {
        MemoryItem item = MemoryItem.builder(statement, MemoryType.PROFILE, statement, Instant.EPOCH)
                .happenedAt(happened)
                .speaker(speaker)
                .build();
        return Said.of(item, speaker, 0);
    }
}
