package io.memu4j.spring;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.StoreException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The memory of the application: opened at the start, or with a later call if the database did not answer then. After a failure, calls fail
 * at once for a few seconds, so that they do not queue up before a database that is down.
 */
final class OpeningMemory implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OpeningMemory.class);
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Supplier<MemoryServiceFactory> opening;
    private @Nullable MemoryServiceFactory open;
    private @Nullable StoreException failure;
    private long failedAt;
    private boolean closed;

    OpeningMemory(Supplier<MemoryServiceFactory> opening) {
        this.opening = opening;
    }

    /** Opens it, or says in the log that the database does not answer; every other failure ends the start. */
    OpeningMemory start() {
        try {
            get();
        } catch (StoreException e) {
            log.warn(
                    "The database of the memory does not answer yet; it is opened with the first call that finds it.",
                    e);
        }
        return this;
    }

    synchronized MemoryServiceFactory get() {
        if (closed) {
            throw new ConfigurationException(
                    "The memory is closed, because the application ends. Expected a call before that.");
        }
        if (open == null) {
            if (failure != null && System.nanoTime() - failedAt < PAUSE_NANOS) {
                throw StoreException.retriable(String.valueOf(failure.getMessage()), failure);
            }
            try {
                open = opening.get();
                failure = null;
            } catch (StoreException e) {
                failure = e;
                failedAt = System.nanoTime();
                throw e;
            }
        }
        return open;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (open != null) {
            open.close();
        }
    }
}
