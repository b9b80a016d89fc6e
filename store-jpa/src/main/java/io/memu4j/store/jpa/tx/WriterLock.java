package io.memu4j.store.jpa.tx;

import io.memu4j.error.StoreException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One writer at a time per database and JVM, first come first served. For databases whose own locks do not suffice. */
public final class WriterLock {
    private static final Map<String, ReentrantLock> BY_DATABASE = new ConcurrentHashMap<>();

    private final String database;
    private final ReentrantLock lock;

    private WriterLock(String database, ReentrantLock lock) {
        this.database = database;
        this.lock = lock;
    }

    /**
     * The lock of one database.
     *
     * @param database how to name it in messages
     * @param key the same for every name the database has in this JVM
     */
    public static WriterLock of(String database, String key) {
        return new WriterLock(database, BY_DATABASE.computeIfAbsent(key, k -> new ReentrantLock(true)));
    }

    /**
     * Runs {@code write} alone. An interrupt ends the wait and stays set.
     *
     * @throws StoreException retriable, when other writers kept the lock until the deadline of {@link Retry#DEADLINE}
     */
    public <T> T alone(Supplier<T> write) {
        if (!acquire()) {
            throw StoreException.retriable(
                    "The " + database
                            + " was busy with other writers until the deadline. Nothing was written; try again.",
                    null);
        }
        try {
            return write.get();
        } finally {
            lock.unlock();
        }
    }

    private boolean acquire() {
        try {
            return lock.tryLock(Retry.DEADLINE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
