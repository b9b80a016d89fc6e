package io.memu4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.HappenedAt.Precision;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HappenedAtTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-05-03T14:20 | 2024-05-03T14:21 | MINUTE | 3 May 2024, 14:20",
                "2024-05-03T00:00 | 2024-05-04T00:00 | DAY    | 3 May 2024",
                "2024-05-03T00:00 | 2024-05-06T00:00 | DAY    | 3 to 5 May 2024",
                "2024-05-30T00:00 | 2024-06-02T00:00 | DAY    | 30 May to 1 June 2024",
                "2024-12-30T00:00 | 2025-01-03T00:00 | DAY    | 30 December 2024 to 2 January 2025",
                "2024-05-06T00:00 | 2024-05-13T00:00 | WEEK   | the week of 6 May 2024",
                "2024-05-11T00:00 | 2024-05-13T00:00 | WEEK   | 11 and 12 May 2024",
                "2024-05-02T00:00 | 2024-05-07T00:00 | WEEK   | 2 to 6 May 2024",
                "2024-05-01T00:00 | 2024-06-01T00:00 | MONTH  | May 2024",
                "2024-06-01T00:00 | 2024-08-01T00:00 | MONTH  | June to July 2024",
                "2024-06-01T00:00 | 2024-09-01T00:00 | SEASON | June to August 2024",
                "2024-12-01T00:00 | 2025-03-01T00:00 | SEASON | December 2024 to February 2025",
                "2024-01-01T00:00 | 2025-01-01T00:00 | YEAR   | 2024",
                "2010-01-01T00:00 | 2020-01-01T00:00 | YEAR   | 2010 to 2019"
            })
    void a_span_is_written_whole_and_no_more_precisely_than_it_is_known(
            LocalDateTime start, LocalDateTime end, Precision precision, String written) {
        assertThat(new HappenedAt(start, end, precision).inEnglish()).isEqualTo(written);
    }
}
