package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryService;
import io.memu4j.memorize.MemorizeListener.Step;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Memorizing on the caller's executor: progress, and cancelling before the write or not at all. */
abstract class AsyncScenarios extends ServiceTopic {
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "callers-thread"));

    @AfterEach
    final void stopExecutor() throws InterruptedException {
        executor.shutdown();
        assertThat(executor.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void the_steps_are_told_in_order_on_the_callers_executor_and_what_a_listener_throws_is_ignored() {
        List<Step> steps = Collections.synchronizedList(new ArrayList<>());
        List<String> threads = Collections.synchronizedList(new ArrayList<>());
        MemorizeResult result = ana.memorizeAsync(
                        chatFile(FACTS).withListener((step, done, total) -> {
                            assertThat(done).isBetween(0, total);
                            steps.add(step);
                            threads.add(Thread.currentThread().getName());
                            throw new IllegalStateException("A listener that fails.");
                        }),
                        executor)
                .join();
        assertThat(result.items()).isNotEmpty();
        assertThat(steps).isSorted();
        assertThat(EnumSet.copyOf(steps)).containsExactlyInAnyOrder(Step.values());
        assertThat(threads).containsOnly("callers-thread");
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void cancelling_at_any_step_before_the_write_leaves_nothing(Step when) throws InterruptedException {
        CompletableFuture<CompletableFuture<MemorizeResult>> running = new CompletableFuture<>();
        AtomicReference<Boolean> cancelled = new AtomicReference<>();
        MemorizeRequest request = chatFile(FACTS).withListener((step, done, total) -> {
            if (step == when && cancelled.get() == null) {
                cancelled.set(running.join().cancel(true));
            }
        });
        CompletableFuture<MemorizeResult> started = ana.memorizeAsync(request, executor);
        running.complete(started);
        stopExecutor();
        assertThat(cancelled.get()).isTrue();
        assertThat(started.isCancelled()).isTrue();
        assertThat(contents(ana).watermark().revision()).isZero();
        assertThat(copies()).isZero();
    }

    @Test
    void cancelling_what_is_done_is_too_late() {
        CompletableFuture<MemorizeResult> done = ana.memorizeAsync(chatFile(FACTS), executor);
        done.join();
        assertThat(done.cancel(true)).isFalse();
        assertThat(statements(ana)).isNotEmpty();
    }

    @Test
    void whenever_it_is_cancelled_the_answer_tells_whether_it_is_stored() throws InterruptedException {
        List<MemoryService> services = new ArrayList<>();
        List<Boolean> cancelled = new ArrayList<>();
        for (int n = 0; n < 24; n++) {
            MemoryService service = anotherUser();
            CompletableFuture<MemorizeResult> running = service.memorizeAsync(chatFile(FACTS), executor);
            TimeUnit.MICROSECONDS.sleep(400L * n);
            cancelled.add(running.cancel(true));
            services.add(service);
        }
        stopExecutor();
        for (int n = 0; n < services.size(); n++) {
            assertThat(contents(services.get(n)).watermark().revision())
                    .as("revision of run " + n + ", cancelled " + cancelled.get(n))
                    .isEqualTo(cancelled.get(n) ? 0 : 1);
        }
    }
}
