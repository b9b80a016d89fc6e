package io.memu4j.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class DatesTest {
    @Test
    void the_time_of_a_message_is_that_of_the_speakers_clock() {
        assertThat(Dates.of(OffsetDateTime.parse("2024-06-02T10:01:00+02:00"))).isEqualTo("2 June 2024, 10:01");
    }
}
