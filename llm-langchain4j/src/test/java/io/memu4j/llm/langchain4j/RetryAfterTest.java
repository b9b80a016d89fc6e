package io.memu4j.llm.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7000", "' 120 ', 120000", "1.5, 1500"})
    void seconds(String value, long millis) {
        assertThat(RetryAfter.parse(value, NOW)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void a_date_is_counted_from_now_and_never_negative() {
        assertThat(RetryAfter.parse("Sun, 22 Nov 2026 18:00:30 GMT", NOW)).isEqualTo(Duration.ofSeconds(30));
        assertThat(RetryAfter.parse("Sun, 22 Nov 2026 17:00:00 GMT", NOW)).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "99999999999999999999", "2026-11-22", "Sun, 99 Nov 2026 18:00:30 GMT"})
    void anything_else_is_ignored(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isNull();
    }
}
