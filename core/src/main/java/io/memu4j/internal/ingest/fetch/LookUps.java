package io.memu4j.internal.ingest.fetch;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that look host names up, which knows no time-out of its own: who waited for one may be gone while it goes on. Their number is
 * bounded. Thread-safe.
 */
final class LookUps implements AutoCloseable {
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;

    /** @param most how many may be under way */
    LookUps(int most) {
        threads = new ThreadPoolExecutor(0, most, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "memu4j-resolve");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @throws RejectedExecutionException when too many are under way, or this is closed */
    <T> Future<T> start(Callable<T> lookUp) {
        return threads.submit(lookUp);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
