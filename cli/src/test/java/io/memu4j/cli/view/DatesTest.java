package io.memu4j.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.HappenedAt;
import io.memu4j.model.HappenedAt.Precision;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-05-03T14:20 | 2024-05-03T14:21 | MINUTE | 3 May 2024, 14:20",
                "2024-05-03T00:00 | 2024-05-04T00:00 | DAY    | 3 May 2024",
                "2024-05-03T00:00 | 2024-05-06T00:00 | DAY    | 3 May 2024 to 5 May 2024",
                "2024-05-06T00:00 | 2024-05-13T00:00 | WEEK   | week of 6 May 2024",
                "2024-05-01T00:00 | 2024-06-01T00:00 | MONTH  | May 2024",
                "2024-06-01T00:00 | 2024-09-01T00:00 | SEASON | June 2024 to August 2024",
                "2024-01-01T00:00 | 2025-01-01T00:00 | YEAR   | 2024",
                "2010-01-01T00:00 | 2020-01-01T00:00 | YEAR   | 2010 to 2019"
            })
    void a_date_is_as_precise_as_it_is_known(
            LocalDateTime start, LocalDateTime end, Precision precision, String written) {
        assertThat(Dates.of(new HappenedAt(start, end, precision))).isEqualTo(written);
    }

    @Test
    void the_time_of_a_message_is_that_of_the_speakers_clock() {
        assertThat(Dates.of(OffsetDateTime.parse("2024-06-02T10:01:00+02:00"))).isEqualTo("2 June 2024, 10:01");
    }
}
