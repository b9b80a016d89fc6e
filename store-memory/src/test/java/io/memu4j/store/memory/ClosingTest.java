package io.memu4j.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.config.MemorySettings;
import io.memu4j.error.StoreException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.transfer.MemoryTransfer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A factory that is closed lets the calls end that it has accepted, and accepts no more. */
class ClosingTest {
    private static final MemorizeRequest NOTE = MemorizeRequest.text("note", "I moved to Oulu in May.");

    private final MemoryServiceFactory memu = MemoryServiceFactory.builder()
            .settings(MemorySettings.from(Map.of("memu.llm.provider", "none")::get))
            .build();
    private final MemoryService ana = memu.service("ana", "assistant");

    @Test
    void a_call_that_waits_for_its_executor_is_waited_for() throws Exception {
        Queue<Runnable> queue = new ArrayDeque<>();
        CompletableFuture<MemorizeResult> accepted = ana.memorizeAsync(NOTE, queue::add);
        CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(() -> memu.close(Duration.ofMinutes(5)));

        while (!isRefusing()) {
            Thread.onSpinWait();
        }
        assertThat(closed).isNotDone();
        queue.remove().run();

        assertThat(closed.get()).isTrue();
        assertThat(accepted.get().items()).isNotEmpty();
    }

    @Test
    void a_call_that_lasts_too_long_is_not_waited_for() {
        CompletableFuture<MemorizeResult> never = ana.memorizeAsync(NOTE, work -> {});

        assertThat(memu.close(Duration.ZERO)).isFalse();
        assertThat(never).isNotDone();
    }

    @Test
    void a_cancelled_call_is_not_waited_for() {
        ana.memorizeAsync(NOTE, work -> {}).cancel(true);

        assertThat(memu.close(Duration.ofMinutes(5))).isTrue();
    }

    @Test
    void a_call_that_failed_is_not_waited_for() {
        assertThatThrownBy(() -> ana.items().create(null)).isInstanceOf(RuntimeException.class);

        assertThat(memu.close(Duration.ofMinutes(5))).isTrue();
    }

    @Test
    void a_closed_factory_refuses_calls_and_still_reports_its_health() {
        assertThat(memu.close(Duration.ofSeconds(1))).isTrue();

        assertThatThrownBy(() -> ana.memorize(NOTE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> ana.items().get("1")).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> ana.across("assistant").retrieve(null)).isInstanceOf(StoreException.class);
        assertThat(ana.scope().userId()).isEqualTo("ana");
    }

    @Test
    void a_copy_goes_to_a_factory_behind_a_proxy() {
        ana.memorize(NOTE);
        try (MemoryServiceFactory other = MemoryServiceFactory.builder()
                .database(DatabaseConfig.memory())
                .llm(LlmConfig.none())
                .build()) {
            MemoryTransfer target = other.transfer();

            memu.transfer().copyTo(target);

            assertThat(other.service("ana", "assistant").counts()).isEqualTo(ana.counts());
        }
    }

    private boolean isRefusing() {
        try {
            ana.counts();
            return false;
        } catch (StoreException e) {
            return true;
        }
    }
}
