package io.memu4j.llm.langchain4j;

import io.memu4j.config.ModelLimits;
import io.memu4j.error.MemoryException;
import io.memu4j.error.ModelException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls models, a bounded number at a time, and tries again what may pass: after a random part of a time that doubles with every attempt
 * ("full jitter"), or after what the provider asks for. Thread-safe.
 */
final class Attempts {
    private static final Logger log = LoggerFactory.getLogger(Attempts.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final ModelLimits limits;
    private final Semaphore slots;
    private final Pause pause;
    private final DoubleSupplier random;

    Attempts(ModelLimits limits) {
        this(limits, time -> Thread.sleep(time.toMillis()), () -> ThreadLocalRandom.current()
                .nextDouble());
    }

    /** @param random from 0 to 1 */
    Attempts(ModelLimits limits, Pause pause, DoubleSupplier random) {
        this.limits = limits;
        this.slots = new Semaphore(limits.maxConcurrentCalls(), true);
        this.pause = pause;
        this.random = random;
    }

    /** What came of it, and how many attempts failed before. */
    record Done<T>(T value, int retries) {}

    /** @throws MemoryException when no attempt succeeded, with the retries counted; retriable when the thread was interrupted */
    <T> Done<T> call(Endpoint endpoint, Supplier<T> attempt) {
        for (int failed = 0; ; failed++) {
            Failure failure;
            try {
                return new Done<>(once(endpoint, attempt), failed);
            } catch (RuntimeException e) { // whatever a provider throws; translated here and nowhere else
                failure = ModelFailures.of(endpoint, e);
            }
            Duration wait = waitBefore(failed + 1, failure, endpoint);
            log.debug("{} failed; attempt {} follows in {} ms.", endpoint.subject(), failed + 2, wait.toMillis());
            sleep(endpoint, wait, failure.error());
        }
    }

    private <T> T once(Endpoint endpoint, Supplier<T> attempt) {
        try {
            slots.acquire();
        } catch (InterruptedException e) {
            throw interrupted(endpoint, e);
        }
        try {
            return attempt.get();
        } finally {
            slots.release();
        }
    }

    /** How long to wait before the next attempt; throws where there is none. */
    private Duration waitBefore(int retry, Failure failure, Endpoint endpoint) {
        MemoryException error = failure.error();
        boolean again = error.isRetriable() && !Thread.currentThread().isInterrupted();
        if (!again || retry > limits.maxRetries()) {
            throw error instanceof ModelException model ? model.after(retry - 1) : error;
        }
        Duration asked = failure.retryAfter();
        if (asked != null && asked.compareTo(limits.maxRetryAfter()) > 0) {
            throw ModelException.retriable(
                            endpoint.subject() + " asks to be left alone for " + asked.toSeconds()
                                    + " s, which is longer than the "
                                    + limits.maxRetryAfter().toSeconds()
                                    + " s allowed. Try again later, or allow more with"
                                    + " ModelLimits.withMaxRetryAfter(..).",
                            error)
                    .after(retry - 1);
        }
        double most = Math.min(
                (double) LONGEST_WAIT.toMillis(), FIRST_WAIT.toMillis() * Math.pow(2, Math.min(30, retry - 1)));
        Duration jittered = Duration.ofMillis(Math.round(most * random.getAsDouble()));
        return asked == null ? jittered : asked.plus(Duration.ofMillis(Math.round(250 * random.getAsDouble())));
    }

    private void sleep(Endpoint endpoint, Duration wait, MemoryException failure) {
        try {
            pause.forTime(wait);
        } catch (InterruptedException e) {
            e.addSuppressed(failure);
            throw interrupted(endpoint, e);
        }
    }

    private static ModelException interrupted(Endpoint endpoint, InterruptedException e) {
        Thread.currentThread().interrupt();
        return ModelFailures.interrupted(endpoint, e);
    }
}
