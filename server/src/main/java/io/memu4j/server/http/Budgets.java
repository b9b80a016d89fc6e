package io.memu4j.server.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.memu4j.server.api.RequestRefused;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Counts what each credential asks for, and refuses more than its part. */
final class Budgets {
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST = 100_000;

    private final LoadingCache<String, Budget> budgets;

    Budgets(Limits limits) {
        budgets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(FORGOTTEN)
                .build(subject -> new Budget(
                        bucket(limits.requestsPerMinute()),
                        bucket(limits.memorizesPerMinute()),
                        new Semaphore(limits.atOnce())));
    }

    private record Budget(Bucket requests, Bucket memorizes, Semaphore atOnce) {}

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .build();
    }

    /** Takes a place for a request; what it returns gives the place back, once. */
    Runnable enter(String subject, boolean memorize) {
        Budget budget = budgets.get(subject);
        take(budget.requests());
        if (memorize) {
            take(budget.memorizes());
        }
        if (!budget.atOnce().tryAcquire()) {
            throw tooMany("Too many requests with this credential are carried out at the same time.", 1);
        }
        return budget.atOnce()::release;
    }

    private static void take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            throw tooMany("This credential has sent too many requests.", seconds);
        }
    }

    private static RequestRefused tooMany(String what, long seconds) {
        return RequestRefused.of(429, "too-many-requests", what + " Repeat the request in " + seconds + " s.")
                .withHeader("Retry-After", Long.toString(seconds));
    }
}
