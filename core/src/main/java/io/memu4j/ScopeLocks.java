package io.memu4j;

import io.memu4j.model.MemoryScope;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Lets the writers of one scope queue within this process once they got into each other's way. Scopes may share a lock: that costs time and
 * nothing else.
 */
final class ScopeLocks {
    private static final int STRIPES = 128;

    private final ReentrantLock[] locks =
            Stream.generate(() -> new ReentrantLock(true)).limit(STRIPES).toArray(ReentrantLock[]::new);

    ReentrantLock of(MemoryScope scope) {
        return locks[Math.floorMod(scope.hashCode(), STRIPES)];
    }
}
