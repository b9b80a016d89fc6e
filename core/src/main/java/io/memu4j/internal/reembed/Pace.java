package io.memu4j.internal.reembed;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Limits a loop to a number of texts per second by a pause after each batch. One thread. */
final class Pace {
    /** Waits; for tests something that does not. */
    @FunctionalInterface
    interface Sleep {
        void nanos(long nanos) throws InterruptedException;
    }

    private final double textsPerSecond;
    private final LongSupplier nanoTime;
    private final Sleep sleep;
    private long begun;

    Pace(double textsPerSecond, LongSupplier nanoTime, Sleep sleep) {
        this.textsPerSecond = textsPerSecond;
        this.nanoTime = nanoTime;
        this.sleep = sleep;
    }

    static Pace of(double textsPerSecond) {
        return new Pace(textsPerSecond, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
    }

    void begin() {
        begun = nanoTime.getAsLong();
    }

    /**
     * Waits until {@code texts} may have been embedded since {@link #begin}.
     *
     * @throws CancellationException when the thread is interrupted; it stays so
     */
    void end(int texts) {
        long due = textsPerSecond == 0 ? 0 : (long) (texts / textsPerSecond * TimeUnit.SECONDS.toNanos(1));
        long left = due - (nanoTime.getAsLong() - begun);
        if (left > 0) {
            try {
                sleep.nanos(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException(
                    "The change of the embedding model was interrupted. What was embedded is kept; run it again to go on.");
        }
    }
}
