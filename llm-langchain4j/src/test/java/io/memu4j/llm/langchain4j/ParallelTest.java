package io.memu4j.llm.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.memu4j.error.ModelException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls at the same time, and what becomes of them when they are ended. */
@Timeout(60)
class ParallelTest {
    private static final List<Integer> INPUTS = IntStream.range(0, 20).boxed().toList();

    private final Endpoint endpoint = Endpoint.ofApplication("embedding model", "embedder");
    private final Parallel parallel = new Parallel(2);
    private final CountDownLatch begun = new CountDownLatch(2);
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void close() {
        parallel.close();
    }

    @Test
    void results_are_in_the_order_of_the_inputs() {
        assertThat(parallel.map(endpoint, INPUTS, input -> 2 * input))
                .containsExactlyElementsOf(
                        INPUTS.stream().map(input -> 2 * input).toList());
    }

    @Test
    void an_interrupt_is_a_failure_of_the_model_that_may_pass() throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread thread = waiting(thrown, flag);

        thread.interrupt();
        thread.join();

        assertThat(thrown.get())
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.isRetriable()).isTrue())
                .hasMessageContaining("embedder")
                .hasMessageContaining("interrupted");
        assertThat(flag.get()).as("the thread is still interrupted").isTrue();
    }

    @Test
    void closing_ends_whoever_waits_and_says_so() throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = waiting(thrown, new AtomicReference<>());

        parallel.close();
        thread.join();

        assertThat(thrown.get()).isInstanceOf(ModelException.class).hasMessageContaining("closed");
    }

    @Test
    void after_closing_nothing_is_called() {
        parallel.close();

        for (List<Integer> inputs : List.of(INPUTS, List.of(1))) {
            assertThat(catchThrowable(() -> parallel.map(endpoint, inputs, input -> 2 * input)))
                    .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.isRetriable())
                            .isFalse())
                    .hasMessageContaining("closed");
        }
    }

    /** A thread that maps inputs which never come to an end, once both threads of the pool are at it. */
    private Thread waiting(AtomicReference<Throwable> thrown, AtomicReference<Boolean> flag)
            throws InterruptedException {
        Thread thread = new Thread(() -> {
            thrown.set(catchThrowable(() -> parallel.map(endpoint, INPUTS, this::hang)));
            flag.set(Thread.currentThread().isInterrupted());
        });
        thread.start();
        begun.await();
        return thread;
    }

    private Integer hang(Integer input) {
        begun.countDown();
        try {
            never.await();
            return input;
        } catch (InterruptedException e) {
            throw ModelException.retriable("The call was interrupted.", e);
        }
    }
}
