package io.memu4j.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.internal.text.Language;
import io.memu4j.model.HappenedAt;
import java.time.LocalDate;
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

    private static String told(String text, @Nullable LocalDate said) {
        return SpokenTime.of(text, Language.of(text), said)
                .map(HappenedAt::inEnglish)
                .orElse("none");
    }
}
