package io.memu4j.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WriteGateTest {
    private final WriteGate gate = new WriteGate();

    @Test
    @Timeout(30)
    void cancelling_ends_a_model_call_and_leaves_no_interrupt_behind() throws InterruptedException {
        CountDownLatch called = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                gate.during(() -> waitForEver(called));
            } catch (CancellationException e) {
                thrown.set(e);
            }
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        called.await();

        assertThat(gate.cancel()).isTrue();
        caller.join();

        assertThat(thrown.get()).isInstanceOf(CancellationException.class);
        assertThat(interrupted.get()).isFalse();
    }

    @Test
    void what_is_cancelled_calls_no_model_any_more() {
        gate.cancel();

        assertThatThrownBy(() -> gate.during(() -> "called")).isInstanceOf(CancellationException.class);
    }

    @Test
    void a_call_that_fails_by_itself_fails_as_it_is() {
        IllegalStateException failure = new IllegalStateException("no model");

        assertThatThrownBy(() -> gate.during(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void cancelling_interrupts_nobody_who_is_not_in_a_call() {
        gate.during(() -> "answer");
        gate.cancel();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private static String waitForEver(CountDownLatch called) {
        called.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return "never";
    }
}
