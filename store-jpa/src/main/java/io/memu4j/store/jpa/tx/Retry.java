package io.memu4j.store.jpa.tx;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.hibernate.StaleStateException;

/** Runs a write again when it collided with another writer. */
public final class Retry {
    /** How long a write waits for other writers. */
    public static final Duration DEADLINE = Duration.ofSeconds(30);

    /** A key taken by a faster writer is seen by the next attempt; one that is refused still was wrong in itself. */
    private static final int CONSTRAINT_ATTEMPTS = 3;

    private Retry() {}

    /** Runs {@code attempt} until it ends otherwise than by a collision, or the deadline passes. */
    public static <T> T onCollision(String database, Callable<T> attempt) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        for (int n = 1; ; n++) {
            try {
                return attempt.call();
            } catch (Exception e) { // the one border: whatever the work throws is judged here
                if (!isWorthAnother(e, n) || System.nanoTime() - end > 0) {
                    throw StoreFailures.translated(database, e);
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L * Math.min(n, 50)) + 1);
            }
        }
    }

    private static boolean isWorthAnother(Exception e, int attempts) {
        SQLException sql = Failure.sqlCause(e);
        if (sql == null) {
            // A row was at another version when written than when checked, in spite of the scope's lock.
            return e instanceof StaleStateException && attempts < CONSTRAINT_ATTEMPTS;
        }
        return switch (Failure.of(sql)) {
            case BUSY -> true;
            case CONSTRAINT -> attempts < CONSTRAINT_ATTEMPTS;
            case CONNECTION, OTHER -> false;
        };
    }
}
