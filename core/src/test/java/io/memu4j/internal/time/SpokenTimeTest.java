package io.memu4j.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.internal.text.Language;
import io.memu4j.model.HappenedAt;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SpokenTimeTest {
    @ParameterizedTest(name = "{2} [{1}]")
    @CsvFileSource(resources = "/time/probes.tsv", delimiter = '\t', quoteCharacter = '`')
    void a_statement_speaks_of_a_time_only_where_its_words_say_which(
            String language, LocalDate said, String text, String expected) {
        assertThat(told(text, said)).as(language).isEqualTo(expected);
    }

    @Test
    void without_a_day_of_speaking_only_a_whole_date_is_a_time() {
        assertThat(told("I moved on 3 March 2020.", null)).isEqualTo("3 March 2020");
        assertThat(told("I moved yesterday.", null)).isEqualTo("none");
        assertThat(told("I moved on 3 March.", null)).isEqualTo("none");
    }

    @Test
    void a_time_in_utc_counts_its_day_in_the_zone_that_is_told_and_another_in_its_own() {
        ZoneId auckland = ZoneId.of("Pacific/Auckland");

        assertThat(SpokenTime.day(OffsetDateTime.parse("2026-03-01T16:30:00Z"), auckland))
                .isEqualTo("2026-03-02");
        assertThat(SpokenTime.day(OffsetDateTime.parse("2026-03-01T16:30:00Z"), ZoneOffset.UTC))
                .isEqualTo("2026-03-01");
        assertThat(SpokenTime.day(OffsetDateTime.parse("2026-03-01T16:30:00+01:00"), auckland))
                .isEqualTo("2026-03-01");
    }

    private static String told(String text, @Nullable LocalDate said) {
        return SpokenTime.of(text, Language.of(text), said)
                .map(HappenedAt::inEnglish)
                .orElse("none");
    }
}
