package io.memu4j.internal.value;

import java.time.Instant;

/** Moments as numbers, as they are stored: microseconds since 1970-01-01T00:00Z. */
public final class EpochMicros {
    private static final long PER_SECOND = 1_000_000;

    private EpochMicros() {}

    /**
     * What is finer is cut off.
     *
     * @throws ArithmeticException more than 292,000 years from 1970; {@link java.time.temporal.ChronoUnit#between} throws from 292 years on
     */
    public static long of(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), PER_SECOND), time.getNano() / 1_000);
    }
}
