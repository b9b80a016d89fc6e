package io.memu4j.llm.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.config.ModelLimits;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.ModelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptsTest {
    private static final Endpoint ENDPOINT = Endpoint.ofApplication("chat model", "m");
    private static final ModelLimits LIMITS = ModelLimits.DEFAULT.withMaxRetries(8);

    private final List<Duration> waits = new ArrayList<>();

    @Test
    void waits_double_up_to_twenty_seconds() {
        Attempts attempts = new Attempts(LIMITS, waits::add, () -> 1.0);

        assertThatThrownBy(() -> attempts.call(ENDPOINT, failing(99, new HttpRefusal(503, "", null))))
                .isInstanceOf(ModelException.class);

        assertThat(waits)
                .extracting(Duration::toMillis)
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 20_000L, 20_000L);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.25, 0.5})
    void a_wait_is_any_part_of_that(double part) {
        Attempts attempts = new Attempts(LIMITS, waits::add, () -> part);

        assertThat(attempts.call(ENDPOINT, failing(1, new HttpRefusal(500, "", null)))
                        .retries())
                .isOne();

        assertThat(waits).containsExactly(Duration.ofMillis((long) (500 * part)));
    }

    @Test
    void what_the_provider_asks_for_replaces_the_wait() {
        Attempts attempts = new Attempts(LIMITS, waits::add, () -> 0.0);

        attempts.call(ENDPOINT, failing(1, new HttpRefusal(429, "", Duration.ofSeconds(60))));

        assertThat(waits).containsExactly(Duration.ofSeconds(60));
    }

    @Test
    void what_stays_is_not_tried_again() {
        Attempts attempts = new Attempts(LIMITS, waits::add, () -> 0.0);

        assertThatThrownBy(() -> attempts.call(ENDPOINT, failing(1, new HttpRefusal(401, "", null))))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> attempts.call(ENDPOINT, failing(1, new IllegalStateException("bug"))))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.isRetriable()).isFalse());
        assertThat(waits).isEmpty();
    }

    @Test
    void an_interrupt_ends_the_wait_and_stays_set() {
        Attempts attempts = new Attempts(
                LIMITS,
                time -> {
                    throw new InterruptedException();
                },
                () -> 1.0);

        assertThatThrownBy(() -> attempts.call(ENDPOINT, failing(1, new HttpRefusal(503, "", null))))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static Supplier<String> failing(int times, RuntimeException failure) {
        int[] calls = {0};
        return () -> {
            if (calls[0]++ < times) {
                throw failure;
            }
            return "done";
        };
    }
}
