package io.memu4j.internal.write;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.memu4j.model.MemoryScope;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the writers of one scope queue within this process: those that got into each other's way, and those that are about to ask a model for
 * summaries, which another writer would make worthless. A scope has its lock as long as somebody holds on to it.
 */
public final class ScopeLocks {
    private final LoadingCache<MemoryScope, ReentrantLock> locks =
            Caffeine.newBuilder().weakValues().build(scope -> new ReentrantLock(true));

    ReentrantLock of(MemoryScope scope) {
        return locks.get(scope);
    }
}
