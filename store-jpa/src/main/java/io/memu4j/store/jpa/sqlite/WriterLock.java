package io.memu4j.store.jpa.sqlite;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One writer at a time per database file and JVM, first come first served: SQLite itself lets waiting writers starve. */
final class WriterLock {
    private static final Map<String, ReentrantLock> BY_FILE = new ConcurrentHashMap<>();

    private final ReentrantLock lock;

    private WriterLock(ReentrantLock lock) {
        this.lock = lock;
    }

    /** The lock of that file; {@code realPath} is the same for every name the file has. */
    static WriterLock of(String realPath) {
        return new WriterLock(BY_FILE.computeIfAbsent(realPath, path -> new ReentrantLock(true)));
    }

    /** Whether the lock was had in time. An interrupt ends the wait and stays set. */
    boolean acquire(long nanos) {
        try {
            return lock.tryLock(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void release() {
        lock.unlock();
    }
}
