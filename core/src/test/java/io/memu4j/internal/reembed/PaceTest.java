package io.memu4j.internal.reembed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final List<Long> slept = new ArrayList<>();
    private long now;

    @Test
    void a_batch_that_was_faster_than_allowed_is_followed_by_a_pause_for_the_rest_of_its_time() {
        Pace pace = pace(20);
        pace.begin();
        now += 1_000_000_000;
        pace.end(64);
        assertThat(slept).containsExactly(2_200_000_000L);
    }

    @Test
    void a_slow_batch_is_followed_by_none() {
        Pace pace = pace(20);
        pace.begin();
        now += 4_000_000_000L;
        pace.end(64);
        assertThat(slept).isEmpty();
    }

    @Test
    void without_a_limit_there_is_no_pause() {
        Pace pace = pace(0);
        pace.begin();
        pace.end(64);
        assertThat(slept).isEmpty();
    }

    @Test
    void an_interrupt_ends_the_pause_and_the_work() {
        Pace pace = new Pace(20, () -> now, nanos -> {
            throw new InterruptedException();
        });
        pace.begin();
        assertThatThrownBy(() -> pace.end(64)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private Pace pace(double textsPerSecond) {
        return new Pace(textsPerSecond, () -> now, slept::add);
    }
}
